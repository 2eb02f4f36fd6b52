package dev.slipway.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A history for a repository, told in the language of {@code git fast-import}; commit n is the head of branch {@code n<n>}. */
final class Story {

    static final long START = 1_700_000_000L;

    private final StringBuilder stream = new StringBuilder();
    private int commits;

    /** Commits the message at so many seconds after the start. */
    Story commit(String message, long at, int... parents) {
        return commit("Ada <ada@example.com>", message, at, parents);
    }

    Story commit(String who, String message, long at, int... parents) {
        commits++;
        stream.append("commit refs/heads/n%d\nmark :%d\n".formatted(commits, commits));
        stream.append("author %s %d +0000\ncommitter %s %d +0000\n".formatted(who, START + at, who, START + at));
        data(message);
        var word = "from";
        for (var parent : parents) {
            stream.append("%s :%d\n".formatted(word, parent));
            word = "merge";
        }
        return this;
    }

    /** Puts a file into the last commit. */
    Story file(String name, String content) {
        stream.append("M 100644 inline %s\n".formatted(name));
        data(content);
        return this;
    }

    Story tag(String name) {
        return tag(name, commits);
    }

    Story tag(String name, int commit) {
        stream.append("reset refs/tags/%s\nfrom :%d\n\n".formatted(name, commit));
        return this;
    }

    Story annotatedTag(String name, int commit) {
        stream.append("tag %s\nfrom :%d\ntagger Ada <ada@example.com> %d +0000\n".formatted(name, commit, START));
        data(name);
        return this;
    }

    Story main() {
        stream.append("reset refs/heads/main\nfrom :%d\n\n".formatted(commits));
        return this;
    }

    String text() {
        return stream.toString();
    }

    /** Merges, several roots, equal dates and clocks that went backwards. */
    static Story random(Random random, int size) {
        var story = new Story();
        for (var number = 1; number <= size; number++) {
            var parents = parents(random, number);
            var at = random.nextInt(10) == 0
                    ? random.nextInt(size * 10)
                    : number * 10L / (1 + random.nextInt(3)) / 20 * 20;
            story.commit("commit " + number, at, parents);
            if (random.nextInt(4) == 0) {
                story.tag("light-" + number);
            }
            if (random.nextInt(6) == 0) {
                story.annotatedTag("heavy-" + number, number);
            }
        }
        return story;
    }

    private static int[] parents(Random random, int number) {
        if (number == 1 || random.nextInt(25) == 0) {
            return new int[0];
        }
        var count = 1 + (random.nextInt(3) == 0 ? 1 : 0) + (random.nextInt(15) == 0 ? 1 : 0);
        var parents = new ArrayList<Integer>(List.of(Math.max(1, number - 1 - random.nextInt(4))));
        while (--count > 0) {
            parents.add(1 + random.nextInt(number - 1));
        }
        return parents.stream().distinct().mapToInt(Integer::intValue).toArray();
    }

    private void data(String text) {
        stream.append("data %d\n%s\n".formatted(text.getBytes(StandardCharsets.UTF_8).length, text));
    }
}
