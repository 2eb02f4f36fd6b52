package dev.slipway.release;

import dev.slipway.content.Commit;
import dev.slipway.content.Contents;
import dev.slipway.policy.Fact;
import java.util.EnumMap;
import java.util.Map;

/** What the contents of a candidate tell policies: size and kind of the change. */
final class ContentFacts {

    private ContentFacts() {}

    static Map<Fact, Object> of(Contents contents) {
        var commits = contents.commits();
        var features =
                commits.stream().filter(commit -> commit.type().equals("feat")).count();
        var fixes =
                commits.stream().filter(commit -> commit.type().equals("fix")).count();
        var breaking = commits.stream().anyMatch(Commit::breaking);
        var facts = new EnumMap<Fact, Object>(Fact.class);
        facts.put(Fact.COMMITS, commits.size());
        facts.put(Fact.FEATURES, Math.toIntExact(features));
        facts.put(Fact.FIXES, Math.toIntExact(fixes));
        facts.put(Fact.BREAKING, breaking);
        facts.put(Fact.KIND_OF_CHANGE, breaking ? "breaking" : features > 0 ? "feature" : fixes > 0 ? "fix" : "other");
        facts.put(Fact.FILES_CHANGED, contents.extent().files());
        facts.put(Fact.LINES_CHANGED, contents.extent().lines());
        facts.put(Fact.DATABASE_MIGRATION, !contents.extent().migrations().isEmpty());
        return facts;
    }
}
