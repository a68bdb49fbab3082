package fr.passerelle.local.test;

import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.process.DirectoryLock;
import fr.passerelle.local.process.Poll;
import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.local.process.ProcessMark;
import fr.passerelle.local.program.Database;
import fr.passerelle.local.server.LocalServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/** The servers of one build, under {@code target/servers/<build>}: the first JVM starts them, the others find them. */
record BuildServers(Path directory, LocalServers servers) {

    private static final int HINT_LENGTH = 24;
    private static final String DRAFT = "modele_en_cours";
    private static final String MODEL = "modele";
    private static final String MAVEN = "org.codehaus.plexus.classworlds.launcher.Launcher";

    /** Takes its turn among the test JVMs of this build, and starts what is not there. */
    static BuildServers ofThisBuild() {
        var build = currentBuild();
        var all = Path.of(System.getProperty("passerelle.root", "."), "target", "servers")
                .toAbsolutePath();
        return DirectoryLock.holding(all, () -> start(build, all));
    }

    private static BuildServers start(ProcessMark build, Path all) {
        var directory = all.resolve(nameOf(build));
        if (!Files.exists(directory)) {
            clearPastBuilds(all);
            watch(build, directory);
        }
        var servers = new BuildServers(directory, LocalServers.start(directory));
        servers.migrateModel();
        return servers;
    }

    /** Migrates, once, the database that the others are copied from, where no commit waits for the disk; one left half migrated is begun again. */
    private void migrateModel() {
        var there = "select 1 from pg_database where datname = '" + MODEL + "'";
        if (new Database(servers::endpoints).cell(there).isEmpty()) {
            servers.administer(
                    "alter role all set synchronous_commit = off",
                    "drop database if exists " + DRAFT + " with (force)",
                    "create database " + DRAFT + " owner passerelle");
            var target = servers.endpoints(DRAFT);
            Flyway.configure()
                    .dataSource(
                            target.postgresUrl(),
                            target.owner().user(),
                            target.owner().password())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            servers.administer("alter database " + DRAFT + " rename to " + MODEL);
        }
    }

    private static String nameOf(ProcessMark build) {
        return build.pid() + "-" + build.birth().replaceFirst(".*:", "");
    }

    /** The guard ended their servers, unless it was killed too; their directories stay for whoever reads the logs. */
    private static void clearPastBuilds(Path all) {
        try (var directories = PrivateFiles.unchecked(() -> Files.list(all))) {
            directories.filter(Files::isDirectory).forEach(BuildServers::clearIfPast);
        }
    }

    private static void clearIfPast(Path directory) {
        var name = directory.getFileName().toString();
        var pid = Long.parseLong(name.replaceFirst("-.*", ""));
        if (ProcessMark.of(pid).filter(mark -> nameOf(mark).equals(name)).isEmpty()) {
            new LocalServers(directory).stop();
            PrivateFiles.deleteTree(directory);
        }
    }

    static void watch(ProcessMark build, Path directory) {
        ChildProcesses.detach(
                List.of(
                        ChildProcesses.java(),
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        ChildProcesses.classesOf(BuildGuard.class).toString(),
                        BuildGuard.class.getName(),
                        Long.toString(build.pid()),
                        build.birth(),
                        directory.toString()),
                Map.of(),
                Path.of("/"),
                directory.resolve("log").resolve("guard.log"));
    }

    void copy(String from, String to) {
        servers.administer("drop database if exists \"" + to + "\" with (force)");
        create(from, to);
    }

    private void create(String from, String to) {
        servers.administer("create database \"" + to + "\" template \"" + from + "\" owner passerelle");
    }

    /** A database and a namespace that all tests of this build share, made ready by the first that asks. */
    TestServers shared(String name, Consumer<TestServers> preparation) {
        var place = directory.resolve("shared").resolve(name);
        return DirectoryLock.holding(place, () -> shared(name, place.resolve("namespace"), preparation));
    }

    private TestServers shared(String name, Path ready, Consumer<TestServers> preparation) {
        if (Files.exists(ready)) {
            return testServers(PrivateFiles.unchecked(() -> Files.readString(ready)));
        }
        var fresh = fresh(name);
        preparation.accept(fresh);
        PrivateFiles.unchecked(() -> Files.writeString(ready, fresh.namespace()));
        return fresh;
    }

    TestServers fresh(String name) {
        var letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        var hint = letters.substring(0, Math.min(HINT_LENGTH, letters.length()));
        var namespace = hint + "_" + ProcessHandle.current().pid() + "_" + System.nanoTime();
        create(MODEL, namespace);
        return testServers(namespace);
    }

    private TestServers testServers(String namespace) {
        return new TestServers(servers.endpoints(namespace).withPlain(), namespace);
    }

    /** The build that this JVM tests for: the Maven above it, else (in an editor) this JVM itself. */
    private static ProcessMark currentBuild() {
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

    /** A process that waits for a build to be gone, by end or by kill, and then ends its servers. */
    static final class BuildGuard {

        private BuildGuard() {}

        /** Arguments: the build's process id, its birth, the directory of the servers. */
        public static void main(String[] arguments) {
            var build = new ProcessMark(Long.parseLong(arguments[0]), arguments[1]);
            Poll.until(Duration.ofDays(7), () -> !build.alive());
            new LocalServers(Path.of(arguments[2])).stop();
        }
    }
}
