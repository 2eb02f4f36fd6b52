package dev.slipway.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuringTests {

    private static final List<String> MIGRATIONS = List.of("**/db/migration/**");

    @TempDir
    Path folder;

    @Test
    void countsFilesAndLinesAndFindsMigrations() {
        Git.in(folder)
                .bringIn(new Story()
                        .commit("feat: begin", 0)
                        .file("a.txt", "one\ntwo\nthree\n")
                        .tag("v1")
                        .commit("feat: more", 10, 1)
                        .file("a.txt", "one\nzwei\nthree\nfour\n")
                        .file("service/db/migration/V2__more.sql", "select 1;\n")
                        .main()
                        .text());

        assertThat(extent("v1")).isEqualTo(new Extent(2, 4, List.of("service/db/migration/V2__more.sql")));
        assertThat(AContent.repositories(folder).between(folder.toString(), "v1", "main"))
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> assertThat(read.contents().extent().migrations())
                                .isEmpty());
    }

    @Test
    void countsEverythingWhereNothingWasReleasedBefore() {
        Git.in(folder)
                .bringIn(new Story()
                        .commit("feat: begin", 0)
                        .file("db/migration/V1.sql", "a\nb\n")
                        .main()
                        .text());

        assertThat(extent("")).isEqualTo(new Extent(1, 2, List.of("db/migration/V1.sql")));
    }

    private Extent extent(String from) {
        var reading = AContent.repositories(folder).between(folder.toString(), from, "main", MIGRATIONS);
        return ((Reading.Read) reading).contents().extent();
    }
}
