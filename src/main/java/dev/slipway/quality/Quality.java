package dev.slipway.quality;

import dev.slipway.content.Digest;
import dev.slipway.journal.CurrentActor;
import dev.slipway.quality.Attaching.Attached;
import dev.slipway.quality.Attaching.Refused;
import dev.slipway.release.ReleaseId;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps evidence and assesses gates; the only way into this module. */
@Service
public class Quality {

    private static final Criterion NOTHING_ASKED = new Criterion(
            "no criteria defined", "", "at least one criterion in the table quality-gate", Verdict.MISSING);

    private final Neighbours neighbours;
    private final ContentRepository contents;
    private final EvidenceRepository evidence;
    private final GateRepository gates;
    private final CurrentActor current;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Quality(
            Neighbours neighbours,
            ContentRepository contents,
            EvidenceRepository evidence,
            GateRepository gates,
            CurrentActor current,
            ApplicationEventPublisher events,
            Clock clock) {
        this.neighbours = neighbours;
        this.contents = contents;
        this.evidence = evidence;
        this.gates = gates;
        this.current = current;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps a document about the release's current candidate. The same name again replaces it in later assessments; nothing is deleted. The same bytes
     * under the same name again, while they are the newest, change nothing.
     */
    @Transactional
    public Attaching attach(ReleaseId release, String name, Evidence.Kind kind, String fileName, byte[] content) {
        var subject = neighbours.subject(release);
        if (subject.isEmpty()) {
            return new Refused("release", "there is no release " + release);
        }
        var submission = new Submission(name, kind, fileName, content);
        var refusal = standing(subject.get());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var examination = submission.examine();
        if (examination instanceof Submission.Examination.Flawed flawed) {
            return flawed.refusal();
        }
        var measures = ((Submission.Examination.Sound) examination).measures();
        return new Attached(keep(subject.get(), submission, measures));
    }

    private Optional<Refused> standing(Subject subject) {
        var release = subject.release();
        var actor = current.now();
        if (!neighbours.mayAttach(actor, subject)) {
            return Optional.of(new Refused(
                    "actor",
                    actor.id() + " may not attach evidence to releases of " + release.product()
                            + "; ask for the right ATTACH_EVIDENCE, or for a token that has it"));
        }
        return release.state().ended()
                ? Optional.of(new Refused(
                        "state",
                        release.id() + " has ended ("
                                + release.state()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' ')
                                + ") and takes no more evidence; attach it to a pending release"))
                : Optional.empty();
    }

    private Evidence keep(Subject subject, Submission submission, Map<String, String> measures) {
        var submitted = new Evidence(
                subject.release().id(),
                subject.candidate().digest(),
                submission.name(),
                submission.kind(),
                submission.fileName(),
                contents.keep(submission.content()),
                submission.content().length,
                measures,
                current.now().toString(),
                now());
        return evidence.current(submitted.release(), submitted.candidate()).stream()
                .filter(kept -> isRepeated(kept, submitted))
                .findFirst()
                .orElseGet(() -> add(submitted));
    }

    private static boolean isRepeated(Evidence kept, Evidence submitted) {
        return kept.name().equals(submitted.name())
                && kept.kind() == submitted.kind()
                && kept.fileName().equals(submitted.fileName())
                && kept.digest().equals(submitted.digest());
    }

    private Evidence add(Evidence submitted) {
        evidence.add(submitted);
        events.publishEvent(new QualityEvent.Attached(submitted));
        return submitted;
    }

    /** All evidence of the release, newest first. */
    public List<Evidence> evidence(ReleaseId release) {
        return evidence.of(release);
    }

    /** The newest evidence of the release with exactly these bytes. */
    public Optional<Evidence> evidence(ReleaseId release, Digest content) {
        return evidence.newest(release, content);
    }

    public InputStream open(Evidence evidence) {
        return contents.open(evidence.digest());
    }

    /**
     * Holds the current candidate's evidence against the gate's criteria, and keeps the result. A gate without criteria is missing: nobody has said what
     * passing would mean.
     */
    @Transactional
    public Gate assess(ReleaseId release, String gate) {
        var subject = subject(release);
        var candidate = subject.candidate().digest();
        var measures = Measures.of(evidence.current(release, candidate));
        var criteria = neighbours.criteria(subject, gate).stream()
                .map(rule -> Comparison.of(rule, measures.get(rule.measure())))
                .toList();
        var asked = criteria.isEmpty() ? List.of(NOTHING_ASKED) : criteria;
        var assessed = new Gate(release, candidate, gate, asked, worst(asked), now());
        gates.add(assessed);
        events.publishEvent(new QualityEvent.Assessed(assessed));
        return assessed;
    }

    private static Verdict worst(List<Criterion> criteria) {
        if (criteria.stream().anyMatch(criterion -> criterion.verdict() == Verdict.FAILED)) {
            return Verdict.FAILED;
        }
        return criteria.stream().allMatch(criterion -> criterion.verdict() == Verdict.PASSED)
                ? Verdict.PASSED
                : Verdict.MISSING;
    }

    /** All assessments of the release, newest first. */
    public List<Gate> gates(ReleaseId release) {
        return gates.of(release);
    }

    /** What speaks for and against the current candidate now: what a form needs to show to those who decide. */
    public Standing standing(ReleaseId release) {
        var candidate = subject(release).candidate().digest();
        return new Standing(evidence.current(release, candidate), gates.current(release, candidate));
    }

    private Subject subject(ReleaseId release) {
        return neighbours
                .subject(release)
                .orElseThrow(() -> new IllegalArgumentException("there is no release " + release));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
