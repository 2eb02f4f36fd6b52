package dev.slipway.approval;

import dev.slipway.catalog.FlowKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.content.Artifact;
import dev.slipway.content.Commit;
import dev.slipway.content.Contents;
import dev.slipway.content.Digest;
import dev.slipway.content.Reading;
import dev.slipway.identity.Authors;
import dev.slipway.identity.GitIdentity;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import dev.slipway.policy.ApprovalRules;
import dev.slipway.policy.RoleRule;
import dev.slipway.release.Candidate;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A release requested by rita with a commit by dave (e-mail dave@example.org), and people who may be asked about it. */
class Neighbourhood implements Neighbours {

    static final ReleaseId RELEASE = new ReleaseId("payments-2.1.0");
    static final Instant NOW = Instant.parse("2026-11-23T10:15:30.123456Z");

    private final Map<PersonId, Set<GroupId>> groups = new HashMap<>();
    private final Map<String, PersonId> addresses = new HashMap<>();
    private final List<Commit> commits = new ArrayList<>();
    private final List<RoleRule> rules = new ArrayList<>();
    final Map<PersonId, Set<PersonId>> substitutes = new HashMap<>();

    Actor requester = Actor.person("rita");
    State state = State.PENDING;

    @Nullable
    String heldBecause;

    int candidate = 1;
    int planVersion = 1;
    List<Artifact> artifacts = List.of();
    boolean mayReassign = true;
    List<String> purposes = List.of("qa-sign-off");

    @Nullable
    String risk;

    @Nullable
    Duration escalateAfter;

    @Nullable
    Duration remindEvery;

    List<PersonId> stakeholders = List.of();

    Neighbourhood() {
        person("rita", "release-managers", "qa");
        person("dave", "developers", "qa");
        commits.add(commit("c0ffee1234567", "fix: round half up", signed("dave"), signed("dave")));
        addresses.put("dave@example.org", new PersonId("dave"));
    }

    Neighbourhood person(String id, String... roles) {
        groups.put(new PersonId(id), List.of(roles).stream().map(GroupId::new).collect(Collectors.toSet()));
        return this;
    }

    Neighbourhood asking(String role, int seats) {
        return asking(new RoleRule(new GroupId(role), seats));
    }

    Neighbourhood asking(RoleRule rule) {
        rules.add(rule);
        return this;
    }

    /** From now on the rules are others. */
    Neighbourhood askingNobody() {
        rules.clear();
        return this;
    }

    /** Stands in for somebody at this moment. */
    Neighbourhood substitute(String absent, String substitute) {
        substitutes
                .computeIfAbsent(new PersonId(absent), away -> new LinkedHashSet<>())
                .add(new PersonId(substitute));
        return this;
    }

    Set<GroupId> groups(PersonId person) {
        return groups.getOrDefault(person, Set.of());
    }

    void address(String email, String person) {
        addresses.put(email, new PersonId(person));
    }

    void commit(Commit commit) {
        commits.add(0, commit);
    }

    static Commit commit(String sha, String subject, GitIdentity author, GitIdentity committer, GitIdentity... others) {
        return new Commit(sha, subject, "fix", "", false, List.of(), author, committer, List.of(others), NOW);
    }

    static GitIdentity signed(String name) {
        return new GitIdentity(name, name + "@example.org");
    }

    @Override
    public Optional<Subject> subject(ReleaseId id) {
        if (!id.equals(RELEASE)) {
            return Optional.empty();
        }
        var release = new Release(
                RELEASE,
                new ProductKey("payments"),
                "2.1.0",
                new FlowKey("devops-release"),
                state,
                heldBecause,
                requester,
                true,
                planVersion,
                candidate,
                NOW,
                null,
                "");
        var contents = new Contents("v2.0.0", "main", "c0ffee1234567", List.copyOf(commits));
        var content =
                new Candidate(RELEASE, candidate, new Digest("a".repeat(64)), contents, artifacts, Authors.NONE, NOW);
        return Optional.of(new Subject(release, content, stakeholders));
    }

    @Override
    public ApprovalRules rules(Subject subject, String purpose) {
        return new ApprovalRules(List.copyOf(rules), Duration.ofHours(4), escalateAfter, remindEvery);
    }

    @Override
    public Prospect prospect(Subject subject) {
        return new Prospect() {
            @Override
            public Optional<String> risk() {
                return Optional.ofNullable(risk);
            }

            @Override
            public ApprovalRules rules(String purpose, String risk) {
                return Neighbourhood.this.rules(subject, purpose);
            }
        };
    }

    @Override
    public List<String> purposes(Subject subject) {
        return purposes;
    }

    @Override
    public Authors authorsAmong(Collection<GitIdentity> identities) {
        var strangers = identities.stream()
                .filter(identity -> !addresses.containsKey(identity.email()))
                .toList();
        return new Authors(behind(identities), strangers);
    }

    @Override
    public Reading contents(Draft draft) {
        return draft.revision().equals("main")
                ? new Reading.Read(new Contents(draft.from(), "main", "c0ffee1234567", List.copyOf(commits)))
                : new Reading.Refused("revision", "there is no " + draft.revision());
    }

    @Override
    public Set<PersonId> substitutesOf(PersonId absent) {
        return substitutes.getOrDefault(absent, Set.of());
    }

    @Override
    public List<PersonId> principalsOf(PersonId substitute) {
        return substitutes.entrySet().stream()
                .filter(entry -> entry.getValue().contains(substitute))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public boolean mayReassign(ProductKey product) {
        return mayReassign;
    }

    @Override
    public Optional<Person> person(PersonId id) {
        return groups.containsKey(id) ? Optional.of(known(id)) : Optional.empty();
    }

    @Override
    public List<Person> membersOf(GroupId group) {
        return groups.entrySet().stream()
                .filter(entry -> entry.getValue().contains(group))
                .map(entry -> known(entry.getKey()))
                .toList();
    }

    @Override
    public Set<PersonId> behind(Collection<GitIdentity> identities) {
        return identities.stream()
                .map(GitIdentity::email)
                .filter(addresses::containsKey)
                .map(addresses::get)
                .collect(Collectors.toSet());
    }

    private static Person known(PersonId id) {
        return new Person(id, id.value().toUpperCase(Locale.ROOT), id + "@example.org");
    }
}
