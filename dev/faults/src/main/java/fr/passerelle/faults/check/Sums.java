package fr.passerelle.faults.check;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** I5: rows read are explained, rejects counted are kept, partitions have seen what the journal has, results announced are there, euros add up. */
final class Sums {

    private Sums() {}

    static Stream<Violation> in(History history) {
        return Stream.of(files(history), rejects(history), partitions(history), rows(history), euros(history))
                .flatMap(each -> each);
    }

    private static Stream<Violation> files(History history) {
        return history.accounts().files().stream()
                .filter(file -> file.read() != file.told())
                .map(file -> gap(file.file() + " : lignes lues", file.read(), "expliquées", file.told()));
    }

    private static Stream<Violation> rejects(History history) {
        Map<String, Long> kept = history.accounts().rejects().stream()
                .collect(groupingBy(reject -> reject.runNo() + " " + reject.file(), counting()));
        return history.accounts().files().stream()
                .filter(file -> file.rejected() != kept.getOrDefault(file.runNo() + " " + file.file(), 0L))
                .map(file -> gap(
                        file.file() + " : rejets comptés",
                        file.rejected(),
                        "gardés",
                        kept.getOrDefault(file.runNo() + " " + file.file(), 0L)));
    }

    private static Stream<Violation> partitions(History history) {
        return history.accounts().scored().stream()
                .filter(partition -> !partition.complete() || partition.expected() != partition.seen())
                .map(partition -> gap(
                        "exécution " + partition.runNo() + ", partition " + partition.partition()
                                + " : données annoncées",
                        partition.expected(),
                        "vues",
                        partition.seen()));
    }

    private static Stream<Violation> rows(History history) {
        Map<String, Long> there = history.results().readModel().stream()
                .collect(groupingBy(row -> row.runNo() + " " + row.partition(), counting()));
        return history.accounts().scored().stream()
                .filter(partition -> partition.announced() != rows(there, partition))
                .map(partition -> gap(
                        "exécution " + partition.runNo() + ", partition " + partition.partition() + " : résultats émis",
                        partition.announced(),
                        "enregistrés",
                        rows(there, partition)));
    }

    private static long rows(Map<String, Long> there, RunAccounts.Scored partition) {
        return there.getOrDefault(partition.runNo() + " " + partition.partition(), 0L);
    }

    private static Stream<Violation> euros(History history) {
        return history.results().plans().stream()
                .filter(plan -> plan.total() != null)
                .filter(plan -> plan.sum().compareTo(Objects.requireNonNull(plan.total())) != 0)
                .map(plan -> new Violation(
                        Promise.I5,
                        "EPCI " + plan.epci() + " : lignes d'aide " + plan.sum() + " €, total " + euros(plan) + " €"));
    }

    private static BigDecimal euros(EpciPlan plan) {
        return Objects.requireNonNull(plan.total());
    }

    private static Violation gap(String what, long here, String other, long there) {
        return new Violation(Promise.I5, what + " " + here + ", " + other + " " + there);
    }
}
