package fr.passerelle.bench;

import fr.passerelle.bench.data.DrawnFiles;
import fr.passerelle.bench.machine.MeasuredPrograms;
import fr.passerelle.bench.machine.TestBed;
import fr.passerelle.bench.measure.Meter;
import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.ProgramProcess;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * What two commands of a shell do: {@code psql \\copy} into a table without a key, then {@code kcat -P} of the same lines. No reject, no
 * typing of what goes to the topic, no state to compare with.
 */
record Shell(Bench bench, DrawnFiles file) {

    private static final String TABLE = """
        create table attendance (id_releve text, room_id text not null, period_start date not null, period_end date not null,
            grain text not null, activity text not null, etat text not null, sessions int, session_hours numeric, presences int,
            person_hours numeric, registered int, distinct_people int, scolaires int)\
        """;
    private static final String COMMANDS = """
        psql "$1" -q -c "\\copy attendance from '$2' with (format csv, header, delimiter ';')" && kcat -P -q -b "$3" -t "$4" \
        -X security.protocol=SASL_PLAINTEXT -X sasl.mechanism=SCRAM-SHA-512 -X sasl.username="$5" -X sasl.password="$PGPASSWORD" \
        -X acks=all -X enable.idempotence=true -l "$2"\
        """;

    /** Why it is not measured; empty where it can be. */
    static String whyNot() {
        List<String> missing = Stream.of("psql", "kcat")
                .filter(program -> ChildProcesses.run(List.of("which", program)).exit() != 0)
                .toList();
        return missing.isEmpty() ? "" : String.join(" et ", missing) + " absent (apt install postgresql-client kcat)";
    }

    /** Measures both commands together. */
    void run() {
        Deployment own = bench.bed().deploy("coquille");
        try {
            own.change(TABLE);
            bench.bed().createTopic(own, "lignes");
            bench.bed().settle();
            long start = System.nanoTime();
            try (ProgramProcess child = MeasuredPrograms.start(
                            command(own), own.directory().resolve("log").resolve("shell"));
                    Meter meter = bench.meter(child, List.of())) {
                child.answer();
                double seconds = (System.nanoTime() - start) / 1e9;
                meter.close();
                Checks.table(own, "attendance", file.sum());
                bench.book().add(new Measurement(MeasureKind.SHELL, file.sum().rows(), seconds, meter.whole()));
            }
        } finally {
            bench.bed().drop(own);
        }
    }

    private List<String> command(Deployment own) {
        URI url = URI.create(own.endpoints().postgresUrl().substring("jdbc:".length()));
        return List.of(
                "env",
                "PGPASSWORD=" + own.endpoints().owner().password(),
                "sh",
                "-c",
                COMMANDS,
                "sh",
                "postgresql://" + own.endpoints().owner().user() + "@" + url.getHost() + ":" + url.getPort()
                        + url.getPath(),
                file.attendance().toString(),
                own.endpoints().kafka().bootstrap(),
                TestBed.topic(own, "lignes"),
                own.endpoints().owner().user());
    }
}
