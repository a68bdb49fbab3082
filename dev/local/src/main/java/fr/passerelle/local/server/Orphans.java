package fr.passerelle.local.server;

import fr.passerelle.local.process.PidFile;
import fr.passerelle.local.process.ProcessMark;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The processes of one server: the recorded one, and one whose launcher was killed before it could record it. */
final class Orphans {

    private Orphans() {}

    static List<ProcessMark> of(String marker, PidFile recorded) {
        var known = recorded.running().map(PidFile.Entry::mark).stream();
        var marked = ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> ProcessMark.arguments(pid).stream().anyMatch(marks(marker)))
                .flatMap(pid -> ProcessMark.of(pid).stream());
        return Stream.concat(known, marked).distinct().toList();
    }

    /** As an argument of PostgreSQL, or as a system property of a Java program. */
    private static Predicate<String> marks(String marker) {
        return argument -> argument.equals(marker) || argument.equals("-D" + marker);
    }
}
