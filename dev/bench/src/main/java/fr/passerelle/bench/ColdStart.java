package fr.passerelle.bench;

import fr.passerelle.bench.start.PlainStart;
import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.ProgramProcess;
import java.util.List;
import java.util.Map;

/** How long an operator waits for {@code ./passerelle runs}, and for an ordinary start of Spring Boot with the same jars. */
record ColdStart(TestBed bed) {

    void run(int times) {
        bed.on("froid", own -> {
            own.register();
            // The launcher unpacks the program and archives its classes once a build: that is no start.
            TestBed.start(runs(own), own.directory().resolve("log").resolve("unpack"))
                    .answer();
            for (int i = 0; i < times; i++) {
                timed(MeasureKind.COLD_RUNS, runs(own), own);
                timed(MeasureKind.COLD_BOOT, plain(own), own);
            }
        });
    }

    private void timed(MeasureKind what, List<String> command, Deployment own) {
        long start = System.nanoTime();
        try (ProgramProcess child =
                TestBed.start(command, own.directory().resolve("log").resolve(what.name()))) {
            child.answer();
            double seconds = (System.nanoTime() - start) / 1e9;
            bed.report().add(new BenchReport.Measurement(what, 0, seconds, Map.of()));
        }
    }

    private List<String> runs(Deployment own) {
        return List.of(
                "env",
                "PASSERELLE_VAR=" + own.directory(),
                bed.house().root().resolve("passerelle").toString(),
                "runs");
    }

    private List<String> plain(Deployment own) {
        return List.of(
                ChildProcesses.java(),
                "-Dlogback.configurationFile=bench-logback.xml",
                "-Dloader.main=" + PlainStart.class.getName(),
                "-Dloader.path=" + bed.house().root().resolve("dev/bench/target/classes"),
                "-cp",
                bed.house().program("cli").toString(),
                "org.springframework.boot.loader.launch.PropertiesLauncher",
                "--spring.batch.job.enabled=false",
                "--spring.flyway.enabled=false",
                "--spring.datasource.url=" + own.endpoints().postgresUrl(),
                "--spring.datasource.username=" + own.endpoints().owner().user(),
                "--spring.datasource.password=" + own.endpoints().owner().password());
    }
}
