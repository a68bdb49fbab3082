package fr.passerelle.local.test;

import fr.passerelle.local.process.ProcessMark;
import java.util.Optional;
import java.util.stream.Stream;

/** The build that this JVM tests for: the Maven above it, else (in an editor) this JVM itself. */
final class Build {

    private static final String MAVEN = "org.codehaus.plexus.classworlds.launcher.Launcher";

    private Build() {}

    static ProcessMark current() {
        return Stream.iterate(
                        Optional.of(ProcessHandle.current()),
                        Optional::isPresent,
                        handle -> handle.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .map(ProcessHandle::pid)
                .filter(pid -> ProcessMark.arguments(pid).contains(MAVEN))
                .findFirst()
                .flatMap(ProcessMark::of)
                .orElseGet(ProcessMark::self);
    }
}
