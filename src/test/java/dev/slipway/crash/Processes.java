package dev.slipway.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Processes of the operating system. */
public final class Processes {

    private Processes() {}

    /** Kills these, and what they have started meanwhile but for versions that are at work, and returns when they are dead. */
    static List<ProcessHandle> kill(List<ProcessHandle> roots) throws InterruptedException {
        return killAll(roots.stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .distinct()
                .filter(process -> !read(process, "cmdline").contains(Ship.class.getName()))
                .toList());
    }

    /** Kills these and nothing else, and returns when they are dead. */
    static List<ProcessHandle> killAll(List<ProcessHandle> all) throws InterruptedException {
        all.forEach(ProcessHandle::destroyForcibly);
        for (var process : all) {
            while (lives(process)) {
                Thread.sleep(5);
            }
        }
        return all;
    }

    /** Those that were told of this folder by their command line or an environment variable. */
    public static List<String> knowing(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(Processes::lives)
                .filter(process -> read(process, "environ").contains(folder.toString())
                        || read(process, "cmdline").contains(folder.toString()))
                .map(process -> process.pid() + " " + read(process, "cmdline").replace('\0', ' '))
                .toList();
    }

    static boolean lives(long pid) {
        return ProcessHandle.of(pid).filter(Processes::lives).isPresent();
    }

    /** Where nobody collects the dead they stay in the process table. */
    static boolean lives(ProcessHandle process) {
        var stat = read(process, "stat");
        return process.isAlive()
                && !stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
    }

    private static String read(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/" + file), StandardCharsets.ISO_8859_1);
        } catch (IOException absent) {
            return "";
        }
    }
}
