package dev.slipway.crash;

import dev.slipway.flow.RemoteAgent;
import java.io.IOException;
import java.nio.file.Path;

/** The agent that works where only agents can reach, or whoever has come in its place. */
final class Mate implements AutoCloseable {

    private static final String TOPICS = String.join(",", Crew.TOPICS);

    private final Path folder;
    private final int port;
    private final String token;
    private int number = 1;
    private RemoteAgent agent;

    Mate(Path folder, int port, String token) throws IOException {
        this.folder = folder;
        this.port = port;
        this.token = token;
        this.agent = hire();
    }

    private RemoteAgent hire() throws IOException {
        var name = "mate-" + number;
        return RemoteAgent.start(port, token, name, "sea=wide", TOPICS, folder.resolve(name), 1);
    }

    /** Kills it as {@code kill -9} does, and has it start anew, or another one in its place. */
    void replace(Blow blow, Ledger ledger) throws Exception {
        var commands = agent.commands();
        agent.kill();
        if (blow.hard()) {
            ledger.cut(Processes.kill(commands).stream());
        }
        if (blow.stranger()) {
            number++;
            agent = hire();
        } else {
            agent = agent.again(token);
        }
    }

    @Override
    public void close() {
        agent.close();
    }
}
