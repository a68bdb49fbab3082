package fr.passerelle.local.program;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A launcher whose programs do nothing but end as they are told. */
final class Rehearsal implements Launcher {

    private final List<Part> parts = new ArrayList<>();
    private int code;

    /** Makes the next programs end with an exit code. */
    void endWith(int exit) {
        code = exit;
    }

    /** What was started, in order. */
    List<Part> parts() {
        return parts;
    }

    @Override
    public Part start(String module, Map<String, String> properties, List<String> arguments, Path log) {
        var part = new Part(module, properties, arguments, log, code);
        parts.add(part);
        return part;
    }

    /** One program. */
    static final class Part implements Program {

        final String module;
        final Map<String, String> properties;
        final List<String> arguments;
        final Path log;
        private final int code;
        private boolean alive = true;

        Part(String module, Map<String, String> properties, List<String> arguments, Path log, int code) {
            this.module = module;
            this.properties = properties;
            this.arguments = arguments;
            this.log = log;
            this.code = code;
        }

        @Override
        public boolean isAlive() {
            return alive;
        }

        @Override
        public String output() {
            return "{\"state\": \"PUBLISHED\"}\n";
        }

        @Override
        public String errors() {
            return code == 0 ? "" : "il y a un refus\n";
        }

        @Override
        public Patience patience() {
            return new Patience(Duration.ZERO, Duration.ZERO);
        }

        @Override
        public int end() {
            alive = false;
            return code;
        }

        @Override
        public boolean stop() {
            alive = false;
            return code == 0;
        }
    }
}
