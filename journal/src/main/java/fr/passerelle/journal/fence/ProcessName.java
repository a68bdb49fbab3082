package fr.passerelle.journal.fence;

import java.time.Instant;

/** The name that all sessions of this process carry in the database, so that those of a dead or frozen one can be found and ended. */
public final class ProcessName {

    /** {@code passerelle-batch-<pid>-<birth>}: a process id comes again, with its birth in milliseconds it does not. */
    public static final String NAME = nameOf(ProcessHandle.current());

    private ProcessName() {}

    private static String nameOf(ProcessHandle process) {
        long birth = process.info().startInstant().map(Instant::toEpochMilli).orElseGet(System::currentTimeMillis);
        return "passerelle-batch-" + process.pid() + "-" + birth;
    }
}
