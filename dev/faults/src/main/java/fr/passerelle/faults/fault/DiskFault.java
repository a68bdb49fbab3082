package fr.passerelle.faults.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fr.passerelle.faults.fault.NightPhases.Moment;
import fr.passerelle.faults.machine.Target;
import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.Poll;
import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.local.program.Machine;
import fr.passerelle.local.program.ProgramProcess;
import fr.passerelle.local.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What befalls the directory of a server. */
sealed interface DiskFault extends Strike {

    private static Path directory(Machine machine, Server server, String ending) {
        return machine.var().resolve(server.id() + ending);
    }

    private static void run(List<String> command) {
        var outcome = ChildProcesses.run(command);
        if (outcome.exit() != 0) {
            throw new LocalFault(String.join(" ", command) + " : " + outcome.lastLine());
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new LocalFault("Impossible de déplacer " + from + ".", e);
        }
    }

    private static void copyTree(Path from, Path to) {
        run(List.of("cp", "-a", from.toString(), to.toString()));
    }

    /** The directory of a server lies on a small disk, which fills up while the night is at work. Only root can make such a disk. */
    final class FullDisk implements DiskFault, Strike.AtMoment {

        private static final Duration PATIENCE = Duration.ofMinutes(5);
        private static final String FULL = "No space left on device";
        private static final long ROOM_MEBIBYTES = 48;
        private static final String FILLER = "filler";

        private final Server server;
        private final Moment moment;
        private boolean mounted;
        private @Nullable Path where;

        FullDisk(Server server, Moment moment) {
            this.server = server;
            this.moment = moment;
        }

        @Override
        public String name() {
            return "disk-" + server.id();
        }

        @Override
        public Moment moment() {
            return moment;
        }

        @Override
        public void prepare(Stage stage) {
            var machine = stage.target().machine();
            machine.stop(server);
            var directory = directory(machine);
            var kept = aside(machine);
            move(directory, kept);
            create(directory);
            where = directory;
            mounted = ChildProcesses.run(List.of(
                                    "mount",
                                    "-t",
                                    "tmpfs",
                                    "-o",
                                    "size=" + mebibytes(kept) + "m",
                                    "passerelle",
                                    directory.toString()))
                            .exit()
                    == 0;
            if (mounted) {
                copy(kept, directory);
            } else {
                PrivateFiles.deleteTree(directory);
                move(kept, directory);
            }
            machine.heal();
            stage.target().deployment().database().await();
        }

        @Override
        public Evidence strike(ProgramProcess command, Stage stage) {
            if (!mounted) {
                return new Evidence(false, "sauté : il faut être root pour monter un petit disque");
            }
            if (!moment.await(command)) {
                return new Evidence(false, "la nuit était finie");
            }
            var machine = stage.target().machine();
            var log = machine.log(server);
            var from = size(log);
            fill(directory(machine));
            Poll.until(PATIENCE, () -> complained(log, from) || !command.isAlive());
            return complained(log, from)
                    ? new Evidence(
                            true, "disque plein au journal de " + server.label() + ", " + Moment.reached(command))
                    : new Evidence(false, "le disque a suffi");
        }

        @Override
        public void heal(Stage stage) {
            if (!mounted) {
                return;
            }
            var machine = stage.target().machine();
            delete(directory(machine).resolve(FILLER));
            machine.heal();
            machine.stop(server);
            var kept = aside(machine);
            PrivateFiles.deleteTree(kept);
            copyTree(directory(machine), kept);
            if (!Poll.until(PATIENCE, () -> unmounted(directory(machine)))) {
                throw new LocalFault("Le petit disque " + directory(machine) + " ne se démonte pas.");
            }
            PrivateFiles.deleteTree(directory(machine));
            move(kept, directory(machine));
            mounted = false;
        }

        private static boolean unmounted(Path directory) {
            return ChildProcesses.run(List.of("umount", directory.toString())).exit() == 0;
        }

        private Path directory(Machine machine) {
            return DiskFault.directory(machine, server, "");
        }

        private Path aside(Machine machine) {
            return DiskFault.directory(machine, server, ".aside");
        }

        private static long mebibytes(Path directory) {
            var used = ChildProcesses.run(List.of("du", "-sm", directory.toString()))
                    .output()
                    .replaceFirst("\\s.*", "")
                    .strip();
            return Long.parseLong(used) + ROOM_MEBIBYTES;
        }

        /** As far as it goes. */
        private static void fill(Path directory) {
            ChildProcesses.run(List.of("dd", "if=/dev/zero", "of=" + directory.resolve(FILLER), "bs=64k"));
        }

        private static void copy(Path from, Path to) {
            run(List.of("cp", "-a", from + "/.", to.toString()));
        }

        private static void create(Path directory) {
            try {
                Files.createDirectory(directory);
            } catch (IOException e) {
                throw new LocalFault("Impossible de créer " + directory + ".", e);
            }
        }

        private static void delete(Path file) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new LocalFault("Impossible d'effacer " + file + ".", e);
            }
        }

        /** A page of a memory-mapped file that finds no place on the disk is a fault of memory access. */
        private static boolean complained(Path log, long from) {
            var said = since(log, from);
            return said.contains(FULL) || said.contains("unsafe memory access");
        }

        private static long size(Path log) {
            return log.toFile().length();
        }

        private static String since(Path log, long from) {
            try {
                var text = Files.readString(log, ISO_8859_1);
                return text.substring((int) Math.min(from, text.length()));
            } catch (IOException e) {
                throw new LocalFault("Impossible de lire " + log + ".", e);
            }
        }

        /** A disk that could not be healed goes, with what is on it: the round is lost anyway. */
        @Override
        public void close() {
            if (mounted && where != null) {
                ChildProcesses.run(List.of("umount", "-l", where.toString()));
            }
        }
    }

    /**
     * PostgreSQL comes back as it was before the night, from a cold copy of its directory, while Kafka has what the night relayed: the next
     * night must refuse, since Kafka is ahead. The remedy is to refill the topics.
     */
    final class RestoredDatabase implements DiskFault {

        private static final String AHEAD = "la base a été restaurée";

        private final int phase;
        private final List<String> unmet = new ArrayList<>();

        RestoredDatabase(int phase) {
            this.phase = phase;
        }

        @Override
        public String name() {
            return "restored-database";
        }

        @Override
        public String when() {
            return "après le relais";
        }

        @Override
        public int phase() {
            return phase;
        }

        @Override
        public void prepare(Stage stage) {
            var machine = stage.target().machine();
            machine.stop(Server.POSTGRESQL);
            PrivateFiles.deleteTree(cold(machine));
            copyTree(directory(machine), cold(machine));
            machine.heal();
            stage.target().deployment().database().await();
        }

        @Override
        public Evidence strike(ProgramProcess command, Stage stage) {
            if (!command.says("(?m)^Relais vers Kafka ")) {
                return new Evidence(false, "rien n'a été relayé");
            }
            command.killNine();
            var target = stage.target();
            var machine = target.machine();
            var head = head(target);
            // Otherwise it would write results into a database that is to be thrown away, and commit that it has.
            target.events(1).stop();
            machine.stop(Server.POSTGRESQL);
            move(directory(machine), newer(machine));
            move(cold(machine), directory(machine));
            machine.heal();
            target.deployment().database().await();
            var restored = head(target);
            refused(target, stage.night());
            target.rebuildTopics();
            PrivateFiles.deleteTree(newer(machine));
            return new Evidence(
                    restored < head,
                    "journal au rang " + head + ", ramené au rang " + restored + " ; remède : rebuild-topics");
        }

        private static long head(Target target) {
            return target.cell("select coalesce(max(seq), 0) from passerelle.journal")
                    .map(Long::parseLong)
                    .orElse(0L);
        }

        private void refused(Target target, List<String> night) {
            var next = target.batch(night);
            if (next.end() != 1 || !next.transcript().contains(AHEAD)) {
                unmet.add("une base restaurée n'a pas été refusée : " + next.lastLine());
            }
        }

        @Override
        public List<String> unmet(Stage stage) {
            return unmet;
        }

        private static Path directory(Machine machine) {
            return DiskFault.directory(machine, Server.POSTGRESQL, "");
        }

        private static Path cold(Machine machine) {
            return DiskFault.directory(machine, Server.POSTGRESQL, ".cold");
        }

        private static Path newer(Machine machine) {
            return DiskFault.directory(machine, Server.POSTGRESQL, ".newer");
        }
    }
}
