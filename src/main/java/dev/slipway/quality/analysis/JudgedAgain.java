package dev.slipway.quality.analysis;

import dev.slipway.quality.analysis.AnalysisView.JudgementView;
import java.util.List;

/**
 * What kept measurements come to today, beside what was decided by them.
 *
 * @param same whether it is what was said then
 */
record JudgedAgain(String decided, String finding, boolean same, List<JudgementView> criteria) {

    static JudgedAgain of(Analysis analysis, List<Judgement> judgements) {
        var decided = analysis.finding();
        var finding = judgements.isEmpty() && decided != null
                ? decided
                : Finding.of(judgements.stream().map(Judgement::finding).toList());
        return new JudgedAgain(
                decided == null ? "" : decided.word(),
                finding.word(),
                judgements.equals(analysis.judgements()),
                JudgementView.of(judgements));
    }
}
