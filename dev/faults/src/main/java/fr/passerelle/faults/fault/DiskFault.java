package fr.passerelle.faults.fault;

import fr.passerelle.faults.fault.NightPhases.Moment;
import fr.passerelle.faults.machine.Target;
import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.Poll;
import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.local.program.ProgramProcess;
import fr.passerelle.local.server.LocalServers;
import fr.passerelle.local.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What befalls the directory of a server. */
sealed interface DiskFault extends Fault {

    private static Path place(LocalServers servers, Server server, String ending) {
        return servers.var().resolve(server.id() + ending);
    }

    private static void run(List<String> command) {
        ChildProcesses.run(command).expected(String.join(" ", command));
    }

    /** Has something done to files, or says what is impossible. */
    static <T> T done(String impossible, PrivateFiles.Work<T> work) {
        try {
            return work.done();
        } catch (IOException e) {
            throw new LocalFault(impossible + ".", e);
        }
    }

    private static void move(Path from, Path to) {
        done("Impossible de déplacer " + from, () -> Files.move(from, to));
    }

    static void delete(Path file) {
        done("Impossible d'effacer " + file, () -> Files.deleteIfExists(file));
    }

    private static void copyTree(Path from, Path to) {
        run(List.of("cp", "-a", from.toString(), to.toString()));
    }

    /** The directory of a server lies on a small disk, which fills up while the night is at work. Only root can make such a disk. */
    final class FullDisk implements DiskFault {

        private static final String FULL = "No space left on device";
        private static final long ROOM_MEBIBYTES = 48;
        private static final String FILLER = "filler";

        private final Server server;
        private final Moment moment;
        private @Nullable Path mounted;

        FullDisk(Server server, Moment moment) {
            this.server = server;
            this.moment = moment;
        }

        @Override
        public void prepare(Stage stage) {
            var servers = stage.target().servers();
            servers.stop(server);
            var directory = place(servers, server, "");
            var kept = place(servers, server, ".aside");
            move(directory, kept);
            done("Impossible de créer " + directory, () -> Files.createDirectory(directory));
            var size = "size=" + mebibytes(kept) + "m";
            if (runs("mount", "-t", "tmpfs", "-o", size, "passerelle", directory.toString())) {
                mounted = directory;
                run(List.of("cp", "-a", kept + "/.", directory.toString()));
            } else {
                PrivateFiles.deleteTree(directory);
                move(kept, directory);
            }
            servers.heal();
            stage.target().deployment().database().await();
        }

        private static boolean runs(String... command) {
            return ChildProcesses.run(List.of(command)).exit() == 0;
        }

        @Override
        public Evidence strike(ProgramProcess command, Stage stage) {
            if (mounted == null) {
                return new Evidence(false, "sauté : il faut être root pour monter un petit disque");
            }
            if (!moment.await(command)) {
                return Evidence.TOO_LATE;
            }
            var servers = stage.target().servers();
            var log = servers.log(server);
            var from = log.toFile().length();
            // As far as it goes.
            ChildProcesses.run(List.of("dd", "if=/dev/zero", "of=" + mounted.resolve(FILLER), "bs=64k"));
            Poll.until(PATIENCE, () -> complained(log, from) || !command.isAlive());
            return complained(log, from)
                    ? new Evidence(
                            true, "disque plein au journal de " + server.label() + ", " + Moment.reached(command))
                    : new Evidence(false, "le disque a suffi");
        }

        @Override
        public void heal(Stage stage) {
            var directory = mounted;
            if (directory == null) {
                return;
            }
            var servers = stage.target().servers();
            delete(directory.resolve(FILLER));
            servers.heal();
            servers.stop(server);
            var kept = place(servers, server, ".aside");
            PrivateFiles.deleteTree(kept);
            copyTree(directory, kept);
            if (!Poll.until(PATIENCE, () -> runs("umount", directory.toString()))) {
                throw new LocalFault("Le petit disque " + directory + " ne se démonte pas.");
            }
            PrivateFiles.deleteTree(directory);
            move(kept, directory);
            mounted = null;
        }

        private static long mebibytes(Path directory) {
            var used = ChildProcesses.run(List.of("du", "-sm", directory.toString()))
                    .output()
                    .replaceFirst("(?s)\\s.*", "");
            return Long.parseLong(used) + ROOM_MEBIBYTES;
        }

        /** A page of a memory-mapped file that finds no place on the disk is a fault of memory access. */
        private static boolean complained(Path log, long from) {
            var said = done("Impossible de lire " + log, () -> PrivateFiles.since(log, from));
            return said.contains(FULL) || said.contains("unsafe memory access");
        }

        /** A disk that could not be healed goes, with what is on it: the round is lost anyway. */
        @Override
        public void close() {
            if (mounted != null) {
                runs("umount", "-l", mounted.toString());
            }
        }
    }

    /** PostgreSQL comes back as it was before the night, behind what Kafka has: the next night must refuse, until the topics are refilled. */
    final class RestoredDatabase implements DiskFault {

        private static final String AHEAD = "la base a été restaurée";

        private final List<String> unmet = new ArrayList<>();

        @Override
        public void prepare(Stage stage) {
            var servers = stage.target().servers();
            servers.stop(Server.POSTGRESQL);
            PrivateFiles.deleteTree(place(servers, Server.POSTGRESQL, ".cold"));
            copyTree(place(servers, Server.POSTGRESQL, ""), place(servers, Server.POSTGRESQL, ".cold"));
            servers.heal();
            stage.target().deployment().database().await();
        }

        @Override
        public Evidence strike(ProgramProcess command, Stage stage) {
            if (!command.says("(?m)^Relais vers Kafka ")) {
                return new Evidence(false, "rien n'a été relayé");
            }
            command.killNine();
            var target = stage.target();
            var servers = target.servers();
            var head = head(target);
            // Otherwise it would write results into a database that is to be thrown away, and commit that it has.
            target.events(1).stop();
            servers.stop(Server.POSTGRESQL);
            move(place(servers, Server.POSTGRESQL, ""), place(servers, Server.POSTGRESQL, ".newer"));
            move(place(servers, Server.POSTGRESQL, ".cold"), place(servers, Server.POSTGRESQL, ""));
            servers.heal();
            target.deployment().database().await();
            var restored = head(target);
            refused(target, stage.night());
            target.rebuildTopics();
            PrivateFiles.deleteTree(place(servers, Server.POSTGRESQL, ".newer"));
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
    }
}
