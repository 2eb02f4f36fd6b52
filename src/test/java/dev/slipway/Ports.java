package dev.slipway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ports for what a test starts as a process of its own; none is given twice.
 *
 * <p>A port that was merely seen to be free can be taken before the process listens on it: by another process of tests that looked at the same moment,
 * or by an outgoing connection. So ports are given from blocks below those of outgoing connections, and a block belongs to the process of tests that
 * listens on its first port, until it ends.
 */
public final class Ports {

    private static final int FIRST = 20_000;
    private static final int END = 32_000;
    private static final int BLOCK = 50;

    /** Collected as garbage, a socket is closed. */
    private static final List<ServerSocket> HELD = new ArrayList<>();

    private static int next = FIRST;
    private static int end = FIRST;

    private Ports() {}

    public static int free() {
        return free(1);
    }

    /** The first of at most 49 in a row. */
    public static synchronized int free(int count) {
        while (next + count > end || !areFree(next, count)) {
            if (next + count > end) {
                takeBlock();
            } else {
                next++;
            }
        }
        next += count;
        return next - count;
    }

    private static void takeBlock() {
        do {
            if (end >= END) {
                throw new IllegalStateException("no port is free from " + FIRST + " to " + END);
            }
            next = end + 1;
            end += BLOCK;
        } while (!hold(next - 1));
    }

    private static boolean hold(int port) {
        try {
            return HELD.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
        } catch (IOException taken) {
            return false;
        }
    }

    private static boolean areFree(int first, int count) {
        return IntStream.range(first, first + count).allMatch(Ports::isFree);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
