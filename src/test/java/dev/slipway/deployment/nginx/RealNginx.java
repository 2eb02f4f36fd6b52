package dev.slipway.deployment.nginx;

import dev.slipway.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An nginx of its own, with its own configuration, that passes every request to the upstream which Slipway writes, and hides no fault. */
public final class RealNginx implements AutoCloseable {

    private final Path folder;
    private final int port = Ports.free();

    public RealNginx(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        Files.createDirectories(folder.resolve("logs"));
        forget();
        Files.writeString(configuration(), """
                worker_processes 2;
                pid %1$s/nginx.pid;
                error_log %1$s/logs/error.log;
                events { worker_connections 512; }
                http {
                    access_log off;
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi;
                    scgi_temp_path %1$s/scgi;
                    include %2$s;
                    server {
                        listen 127.0.0.1:%3$d;
                        location / {
                            proxy_pass http://payments-service;
                            proxy_http_version 1.1;
                            proxy_set_header Connection "";
                            proxy_next_upstream off;
                        }
                    }
                }
                """.formatted(folder, upstream(), port));
        run();
    }

    /** As if Slipway had never written anything. */
    public void forget() throws IOException {
        Files.deleteIfExists(folder.resolve("upstream.conf.told"));
        Files.writeString(upstream(), "upstream payments-service {\n    server 127.0.0.1:9 down;\n}\n");
    }

    /** Why these tests cannot run here; empty where they can. */
    public static boolean isInstalled() {
        return List.of("/usr/sbin/nginx", "/usr/bin/nginx").stream()
                .map(Path::of)
                .anyMatch(Files::isExecutable);
    }

    public Path upstream() {
        return folder.resolve("upstream.conf");
    }

    public Path pid() {
        return folder.resolve("nginx.pid");
    }

    public String command() {
        return "nginx -c " + configuration();
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    private Path configuration() {
        return folder.resolve("nginx.conf");
    }

    private void run(String... arguments) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("nginx", "-c", configuration().toString()));
        words.addAll(List.of(arguments));
        var process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("logs/out").toFile())
                .start();
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("logs/out")));
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        var master = ProcessHandle.of(Long.parseLong(Files.readString(pid()).strip()));
        run("-s", "stop");
        master.ifPresent(
                process -> process.onExit().orTimeout(20, TimeUnit.SECONDS).join());
    }
}
