package dev.slipway.quality.analysis;

import dev.slipway.quality.analysis.Question.Side;
import dev.slipway.quality.analysis.Reading.Counts;
import dev.slipway.quality.analysis.Reading.Unusable;
import dev.slipway.quality.analysis.Reading.Values;
import dev.slipway.quality.statistics.Errors;
import java.util.Optional;

/** Says what a recording means. The same recording always means the same. */
final class Judge {

    private final Recording recording;
    private final Errors errors;

    private Judge(Recording recording, Errors errors) {
        this.recording = recording;
        this.errors = errors;
    }

    /** Empty where there was nothing to ask. */
    static Optional<Judgement> judge(Recording recording, Errors errors) {
        return recording.omitted().isEmpty() ? Optional.of(new Judge(recording, errors).judge()) : Optional.empty();
    }

    private Judgement judge() {
        var criterion = recording.criterion();
        var own = reading(Side.OWN, Side.OWN_TOTAL);
        if (own instanceof Unusable unusable) {
            return unusable(unusable, "the new version");
        }
        if (!criterion.compares()) {
            return own instanceof Counts counts
                    ? new CountedJudge(criterion, errors).against(counts.share())
                    : new MeasuredJudge(criterion, errors).against((Values) own, recording.due());
        }
        var former = reading(Side.FORMER, Side.FORMER_TOTAL);
        if (former instanceof Unusable unusable) {
            return unusable(unusable, "the former version");
        }
        return own instanceof Counts counts
                ? new CountedJudge(criterion, errors).against(counts.share(), ((Counts) former).share())
                : new MeasuredJudge(criterion, errors).against((Values) own, (Values) former);
    }

    private Reading reading(Side hits, Side total) {
        return recording.criterion().counts()
                ? Reading.counts(recording.answer(hits), recording.answer(total))
                : Reading.values(recording.answer(hits), recording.due());
    }

    private Judgement unusable(Unusable unusable, String whose) {
        var criterion = recording.criterion();
        var figures = new Figures().with("due", recording.due());
        return new Judgement(
                criterion.name(),
                unusable.finding(),
                unusable.finding().word().replace('-', ' ') + ": of " + whose + " " + unusable.reason(),
                figures.all());
    }
}
