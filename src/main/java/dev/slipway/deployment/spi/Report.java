package dev.slipway.deployment.spi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** What is true on a target. */
public sealed interface Report {

    /** @param present the versions that run, on at least one instance each, the oldest first; empty where nothing runs */
    record Running(List<Presence> present) implements Report {

        public Running {
            present = present.stream()
                    .sorted(Comparator.comparing(each -> new ComparableVersion(each.version())))
                    .toList();
        }

        /**
         * Instances that share the requests evenly.
         *
         * @param share percent of the instances that run the newest version
         */
        public Running(Set<String> versions, int share) {
            this(evenly(versions, share));
        }

        public Set<String> versions() {
            return present.stream().map(Presence::version).collect(Collectors.toUnmodifiableSet());
        }

        /** Percent of the instances that run the newest version. */
        public int share() {
            return present.isEmpty() ? 0 : present.get(present.size() - 1).instances();
        }

        public int instances(String version) {
            return find(version).map(Presence::instances).orElse(0);
        }

        public int traffic(String version) {
            return find(version).map(Presence::traffic).orElse(0);
        }

        private Optional<Presence> find(String version) {
            return present.stream()
                    .filter(each -> each.version().equals(version))
                    .findFirst();
        }

        private static List<Presence> evenly(Set<String> versions, int share) {
            if (versions.size() == 1) {
                return List.of(new Presence(versions.iterator().next(), share, share == 0 ? 0 : 100));
            }
            var oldestFirst = versions.stream()
                    .sorted(Comparator.comparing(ComparableVersion::new))
                    .toList();
            var present = new ArrayList<Presence>();
            for (var index = 0; index < oldestFirst.size(); index++) {
                var part = index == oldestFirst.size() - 1 ? share : (100 - share) / (oldestFirst.size() - 1);
                present.add(new Presence(oldestFirst.get(index), part, part));
            }
            return present;
        }
    }

    record Unknown(String reason) implements Report {}
}
