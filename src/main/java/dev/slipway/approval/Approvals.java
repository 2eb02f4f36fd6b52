package dev.slipway.approval;

import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import dev.slipway.journal.CurrentActor;
import dev.slipway.release.ReleaseId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks people for decisions and counts their votes; the only way into this module. */
@Service
public class Approvals {

    private static final int LONGEST_COMMENT = 4000;

    private final ApprovalRepository approvals;
    private final Requests requests;
    private final Neighbours neighbours;
    private final Objections objections;
    private final Reachability reachability;
    private final Outlook outlook;
    private final Calling calling;
    private final CurrentActor current;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Approvals(
            ApprovalRepository approvals,
            Requests requests,
            Neighbours neighbours,
            Objections objections,
            Reachability reachability,
            Outlook outlook,
            Calling calling,
            CurrentActor current,
            ApplicationEventPublisher events,
            Clock clock) {
        this.approvals = approvals;
        this.requests = requests;
        this.neighbours = neighbours;
        this.objections = objections;
        this.reachability = reachability;
        this.outlook = outlook;
        this.calling = calling;
        this.current = current;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a request about the release's current candidate: the policy says which roles, how many seats and until when; none needed settles it as
     * approved at once, and an ended release withdraws it at once. Votes that were cast on the same artifacts under the same plan for the same purpose
     * stand; those seats come last. Safe to repeat with the same visit.
     *
     * @param visit names this occasion, so that a retry finds the request it has already opened
     */
    @Transactional
    public Approval open(ReleaseId release, String purpose, String visit) {
        return approvals
                .find(release, visit)
                .orElseGet(() -> requests.open(release, purpose, visit))
                .approval();
    }

    public Optional<Approval> find(ApprovalId id) {
        return approvals.find(id).map(KeptApproval::approval);
    }

    /** Returns the request and keeps votes from being cast on it until the caller's transaction ends. */
    public Optional<Approval> locked(ApprovalId id) {
        return approvals.lock(id).map(KeptApproval::approval);
    }

    /** All requests of the release, in the order they were opened. */
    public List<Approval> of(ReleaseId release) {
        return approvals.of(release).stream().map(KeptApproval::approval).toList();
    }

    /** Says in words why this person may not take that seat, nor for anybody in whose stead they act; empty where they may. */
    public Optional<String> objection(ApprovalId id, int seat, PersonId person) {
        return admit(approvals.find(id), id, seat, person) instanceof Admission.Refused refused
                ? Optional.of(refused.reason())
                : Optional.empty();
    }

    private Admission admit(Optional<KeptApproval> kept, ApprovalId id, int seat, PersonId person) {
        return kept.map(found -> objections.admit(found, seat, person))
                .orElseGet(() -> new Admission.Refused("There is no request for approval " + id + "."));
    }

    /** Says in words which open seats nobody is left for now; empty where everything can still be decided. */
    public List<String> unreachable(ApprovalId id) {
        return approvals
                .find(id)
                .map(KeptApproval::approval)
                .filter(approval -> approval.settled() == null)
                .flatMap(approval -> neighbours
                        .subject(approval.release())
                        .filter(subject -> !subject.release().state().ended())
                        .map(subject -> reachability.unreachable(approval, subject)))
                .orElse(List.of());
    }

    /**
     * What the release's flow asks for from beginning to end, and which of it nobody can approve as things are now; nothing where it has ended. What is asked
     * already is judged as it was asked, and what is approved is not in doubt.
     */
    public List<Expectation> outlook(ReleaseId release) {
        var subject = neighbours
                .subject(release)
                .filter(found -> !found.release().state().ended());
        if (subject.isEmpty()) {
            return List.of();
        }
        var newest = new HashMap<String, Approval>();
        of(release).forEach(approval -> newest.put(approval.purpose(), approval));
        return outlook.of(subject.get()).stream()
                .map(expected -> Optional.ofNullable(newest.get(expected.purpose()))
                        .map(approval -> asked(expected, approval, subject.get()))
                        .orElse(expected))
                .toList();
    }

    private Expectation asked(Expectation expected, Approval approval, Subject subject) {
        if (approval.settled() == null) {
            return expected.with(reachability.unreachable(approval, subject));
        }
        return approval.settled() == Approval.Outcome.APPROVED ? expected.with(List.of()) : expected;
    }

    /** The same before the release is opened. Its contents are read where a revision is named, which may take as long as fetching its repository. */
    public Prospect outlook(Draft draft) {
        return outlook.of(draft, current.now(), now());
    }

    /** Casts a vote. The request's row is locked, so that simultaneous votes are counted one after the other. */
    @Transactional
    public Voting vote(ApprovalId id, int seat, PersonId person, Decision decision, String comment) {
        var kept = approvals.lock(id);
        var remark = comment.strip();
        var refusal = inOwnName(person).or(() -> said(decision, remark));
        var admission = refusal.<Admission>map(Admission.Refused::new).orElseGet(() -> admit(kept, id, seat, person));
        if (admission instanceof Admission.Refused refused) {
            return new Voting.Refused(refused.reason());
        }
        var speaker = ((Admission.Admitted) admission).speaker();
        var standsFor = speaker.voice().equals(person) ? null : speaker.voice();
        var vote = new Vote(person, standsFor, decision, remark, now(), null);
        approvals.vote(id, seat, vote);
        var approval = approvals.find(id).orElseThrow().approval();
        events.publishEvent(new ApprovalEvent.Voted(approval, seat, vote));
        return new Voting.Counted(approval);
    }

    private Optional<String> inOwnName(PersonId person) {
        var actor = current.now();
        if (actor.kind() == Actor.Kind.SERVICE) {
            return Optional.of("Service accounts never vote.");
        }
        return actor.isPerson() && !actor.id().equals(person.value())
                ? Optional.of(actor.id() + " cannot vote in the name of " + person + ".")
                : Optional.empty();
    }

    private static Optional<String> said(Decision decision, String comment) {
        if (decision == Decision.REJECT && comment.isEmpty()) {
            return Optional.of("A rejection needs a reason: say in the comment what has to change.");
        }
        return comment.length() > LONGEST_COMMENT
                ? Optional.of("The comment is longer than " + LONGEST_COMMENT + " characters; shorten it.")
                : Optional.empty();
    }

    /** Gives an open seat to a named person, with a reason; whoever may do so for the product cannot name themselves. */
    @Transactional
    public Reassigning reassign(ApprovalId id, int seat, PersonId person, String reason) {
        return calling.reassign(id, seat, person, reason.strip());
    }

    /** Opens the seats that are still empty to those whom the rules escalate to. Safe to repeat. */
    @Transactional
    public Approval escalate(ApprovalId id) {
        return calling.escalate(id);
    }

    /** Reminds those who have not voted; nobody where the request has been settled. */
    @Transactional
    public Approval remind(ApprovalId id) {
        return calling.remind(id);
    }

    /** Works out anew until when the request is open, after a meeting that is to decide about it was planned, moved or called off. Safe to repeat. */
    @Transactional
    public Approval reconsiderDue(ApprovalId id) {
        return calling.reconsiderDue(id);
    }

    /** Whether no more votes are needed: everybody who has to has approved, or somebody rejected. */
    public boolean decided(ApprovalId id) {
        var approval = known(approvals.find(id), id).approval();
        return approval.settled() != null || Requests.outcome(approval) != Approval.Outcome.EXPIRED;
    }

    /**
     * Closes the request: approved if all mandatory seats approved, rejected if one rejected, expired otherwise; withdrawn if there is a newer candidate or
     * the release has ended. Safe to repeat.
     */
    @Transactional
    public Approval.Outcome settle(ApprovalId id) {
        var kept = known(approvals.lock(id), id);
        var settled = kept.approval().settled();
        if (settled != null) {
            return settled;
        }
        var outcome = neighbours
                .subject(kept.approval().release())
                .filter(subject -> !subject.release().state().ended())
                .filter(subject -> subject.candidate().number() == kept.candidateNumber())
                .map(subject -> Requests.outcome(kept.approval()))
                .orElse(Approval.Outcome.WITHDRAWN);
        requests.settle(kept, outcome);
        return outcome;
    }

    static KeptApproval known(Optional<KeptApproval> kept, ApprovalId id) {
        return kept.orElseThrow(() -> new IllegalArgumentException("there is no request for approval " + id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
