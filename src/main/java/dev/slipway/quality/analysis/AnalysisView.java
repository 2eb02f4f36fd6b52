package dev.slipway.quality.analysis;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An analysis as it is shown over HTTP. */
record AnalysisView(
        long number,
        String visit,
        String candidate,
        String environment,
        String version,
        String former,
        int share,
        String prometheus,
        Instant from,
        Instant until,
        String interval,
        @Nullable String finding,
        String reason,
        @Nullable Instant endedAt,
        @Nullable String evidence,
        List<JudgementView> criteria,
        List<List<JudgementView>> looks) {

    static AnalysisView of(Analysis analysis) {
        return of(analysis, List.of());
    }

    static AnalysisView of(Analysis analysis, List<List<Judgement>> looks) {
        var finding = analysis.finding();
        var evidence = analysis.evidence();
        return new AnalysisView(
                analysis.id(),
                analysis.visit(),
                analysis.candidate().hex(),
                analysis.environment().value(),
                analysis.version(),
                analysis.former(),
                analysis.share(),
                analysis.server(),
                analysis.from(),
                analysis.until(),
                analysis.step().toString(),
                finding == null ? null : finding.word(),
                analysis.reason(),
                analysis.endedAt(),
                evidence == null ? null : evidence.hex(),
                JudgementView.of(analysis.judgements()),
                looks.stream().map(JudgementView::of).toList());
    }

    /** One criterion at one look. */
    record JudgementView(String name, String finding, String words, Map<String, Double> figures) {

        static List<JudgementView> of(List<Judgement> judgements) {
            return judgements.stream()
                    .map(judgement -> new JudgementView(
                            judgement.criterion(), judgement.finding().word(), judgement.words(), judgement.figures()))
                    .toList();
        }
    }
}
