package fr.passerelle.faults.check;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import fr.passerelle.faults.check.History.LogRecord;
import fr.passerelle.faults.check.History.Reject;
import fr.passerelle.faults.check.History.ResultRecord;
import fr.passerelle.faults.check.History.Run;
import fr.passerelle.faults.check.History.Scored;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The promises I1 to I10 held against a history: a pure function. */
public final class Checker {

    private static final List<Function<History, Stream<Violation>>> ALL = List.of(
            Checker::onceOnTheTopic,
            Checker::onceInAMonth,
            Checker::recordsUndone,
            Checker::resultsUndone,
            Checker::holes,
            Checker::backwards,
            Checker::oneProposal,
            Checker::files,
            Checker::rejects,
            Checker::partitions,
            Checker::rows,
            Checker::euros,
            Checker::sameBytes,
            Checker::keptRejects,
            Checker::finishedRuns,
            Checker::nobody,
            Checker::nothingLeftToRead);

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NO_CELL = Pattern.compile("|null|\\{}");

    private Checker() {}

    /** What DESIGN 8 promises. */
    public enum Promise {
        I1("chaque ligne connue est dans un seul mois, et chaque enregistrement une seule fois sur le topic"),
        I2("rien d'annulé n'est vu"),
        I3("l'ordre tient par sujet"),
        I4("une conversion courante par salle, un tiers lieu au plus par EPCI"),
        I5("les comptes et les euros tombent juste"),
        I6("recalculer donne les mêmes octets"),
        I7("chaque rejet garde fichier, ligne, cellules et raison"),
        I8("l'exécution se termine avec la même empreinte"),
        I9("aucune personne nulle part"),
        I10("le retard revient à zéro");

        private final String french;

        Promise(String french) {
            this.french = french;
        }
    }

    /** One promise that a history breaks: where, with the numbers, in French; never what a row says. */
    public record Violation(Promise promise, String detail) {

        @Override
        public String toString() {
            return promise + " (" + promise.french + ") : " + detail;
        }
    }

    /** The violations, by promise; none when all hold. */
    public static List<Violation> violations(History history) {
        return ALL.stream().flatMap(promise -> promise.apply(history)).toList();
    }

    /** I1: each row of the journal stands on the topic once, in its partition. */
    private static Stream<Violation> onceOnTheTopic(History history) {
        Map<String, Long> times = history.topic().stream().collect(groupingBy(Checker::placed, counting()));
        return history.journal().stream()
                .filter(row -> times.getOrDefault(placed(row), 0L) != 1)
                .map(row -> new Violation(
                        Promise.I1,
                        "rang " + row.seq() + " (" + row.type() + ", partition " + row.partition() + ") : "
                                + times.getOrDefault(placed(row), 0L) + " fois sur le topic"));
    }

    private static String placed(LogRecord record) {
        return record.partition() + " " + record.eventId();
    }

    /** I1: the lines that hold are those of the latest record of their month, no more and no less. */
    private static Stream<Violation> onceInAMonth(History history) {
        Map<String, Long> holding = history.holding();
        Map<String, Long> told = history.told();
        return differing(holding, told, 0L)
                .map(month -> new Violation(
                        Promise.I1,
                        month + " : " + holding.getOrDefault(month, 0L) + " lignes connues, "
                                + told.getOrDefault(month, 0L) + " sur le topic"));
    }

    /** What the two do not say alike, in order; what one does not say is none. */
    private static <T> Stream<String> differing(Map<String, T> here, Map<String, T> there, T none) {
        return Stream.concat(here.keySet().stream(), there.keySet().stream())
                .distinct()
                .sorted()
                .filter(key -> !here.getOrDefault(key, none).equals(there.getOrDefault(key, none)));
    }

    /** I2: a committed reader sees no record whose row was rolled back. */
    private static Stream<Violation> recordsUndone(History history) {
        Set<String> written = history.journal().stream().map(LogRecord::eventId).collect(toSet());
        return history.topic().stream()
                .filter(record -> !written.contains(record.eventId()))
                .map(record -> new Violation(
                        Promise.I2,
                        "le topic a un enregistrement que le journal n'a pas : rang " + record.seq() + " ("
                                + record.type() + ", partition " + record.partition() + ")"));
    }

    /** I2: nor the read model a result whose transaction was aborted. */
    private static Stream<Violation> resultsUndone(History history) {
        Map<String, ResultRecord> last =
                history.emitted().stream().collect(toMap(ResultRecord::key, each -> each, (before, after) -> after));
        return history.readModel().stream()
                .filter(row -> !row.equals(last.get(row.key())))
                .map(row ->
                        new Violation(Promise.I2, "le modèle de lecture dit autre chose que son topic : " + row.key()));
    }

    /** I3: a subject's records stand without hole in the journal. */
    private static Stream<Violation> holes(History history) {
        Map<String, Long> last = new HashMap<>();
        return history.journal().stream().flatMap(row -> {
            long before = Objects.requireNonNullElse(last.put(row.subject(), row.subjectSeq()), 0L);
            return row.isData() && row.subjectSeq() != before + 1
                    ? Stream.of(new Violation(
                            Promise.I3, "journal, " + row.subject() + " : " + row.subjectSeq() + " après " + before))
                    : Stream.empty();
        });
    }

    /** I3: and in the order of the journal on the topic. */
    private static Stream<Violation> backwards(History history) {
        Map<String, Long> last = new HashMap<>();
        return history.topic().stream().flatMap(record -> {
            String place = "partition " + record.partition() + ", " + record.subject();
            long before = Objects.requireNonNullElse(last.put(place, record.seq()), 0L);
            return record.seq() < before
                    ? Stream.of(new Violation(
                            Promise.I3, "topic, " + place + " : rang " + record.seq() + " après " + before))
                    : Stream.empty();
        });
    }

    /** I4: a room has one current conversion, an EPCI at most one tiers lieu proposed. */
    private static Stream<Violation> oneProposal(History history) {
        return Stream.concat(
                several(history, each -> true, Conversion::getRoomId, "conversions courantes, salle "),
                several(
                        history,
                        each -> each.getKind() == ConversionKind.TIERS_LIEU,
                        Conversion::getEpci,
                        "tiers lieux proposés, EPCI "));
    }

    private static Stream<Violation> several(
            History history, Predicate<Conversion> wanted, Function<Conversion, String> by, String what) {
        Map<String, Long> counts =
                history.conversions().stream().filter(wanted).collect(groupingBy(by, TreeMap::new, counting()));
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 1)
                .map(count -> new Violation(Promise.I4, count.getValue() + " " + what + count.getKey()));
    }

    /** I5: rows read are explained, and below: rejects counted are kept, partitions have seen what the journal has, results announced are there, euros add up. */
    private static Stream<Violation> files(History history) {
        return history.files().stream()
                .filter(file -> file.read() != file.told())
                .map(file -> gap(file.file() + " : lignes lues", file.read(), "expliquées", file.told()));
    }

    private static Stream<Violation> rejects(History history) {
        Map<String, Long> kept = history.rejects().stream()
                .collect(groupingBy(reject -> reject.runNo() + " " + reject.file(), counting()));
        return history.files().stream()
                .filter(file -> file.rejected() != kept.getOrDefault(file.runNo() + " " + file.file(), 0L))
                .map(file -> gap(
                        file.file() + " : rejets comptés",
                        file.rejected(),
                        "gardés",
                        kept.getOrDefault(file.runNo() + " " + file.file(), 0L)));
    }

    private static Stream<Violation> partitions(History history) {
        return history.scored().stream()
                .filter(partition -> !partition.complete() || partition.expected() != partition.seen())
                .map(partition -> gap(
                        "exécution " + partition.runNo() + ", partition " + partition.partition()
                                + " : données annoncées",
                        partition.expected(),
                        "vues",
                        partition.seen()));
    }

    private static Stream<Violation> rows(History history) {
        Map<String, Long> there = history.readModel().stream()
                .collect(groupingBy(row -> row.runNo() + " " + row.partition(), counting()));
        return history.scored().stream()
                .filter(partition -> partition.announced() != rows(there, partition))
                .map(partition -> gap(
                        "exécution " + partition.runNo() + ", partition " + partition.partition() + " : résultats émis",
                        partition.announced(),
                        "enregistrés",
                        rows(there, partition)));
    }

    private static long rows(Map<String, Long> there, Scored partition) {
        return there.getOrDefault(partition.runNo() + " " + partition.partition(), 0L);
    }

    private static Stream<Violation> euros(History history) {
        return history.plans().stream().flatMap(plan -> {
            BigDecimal sum = plan.getAid().stream()
                    .flatMap(line -> Stream.ofNullable(line.getAid()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return Stream.ofNullable(plan.getAidTotal())
                    .filter(total -> sum.compareTo(total) != 0)
                    .map(total -> new Violation(
                            Promise.I5,
                            "EPCI " + plan.getEpci() + " : lignes d'aide " + sum + " €, total " + total + " €"));
        });
    }

    private static Violation gap(String what, long here, String other, long there) {
        return new Violation(Promise.I5, what + " " + here + ", " + other + " " + there);
    }

    /** I6: what holds is byte for byte what it is when nothing disturbs. */
    private static Stream<Violation> sameBytes(History history) {
        Map<String, String> here = history.current();
        Map<String, String> there = history.reference().current();
        return differing(here, there, "")
                .map(id -> new Violation(Promise.I6, id + " : " + said(here, id) + ", sans faute " + said(there, id)));
    }

    private static String said(Map<String, String> current, String id) {
        String digest = current.getOrDefault(id, "");
        return digest.isEmpty() ? "rien" : digest;
    }

    /** I7: a reject keeps the hash of its file, its line, its cells and the reason. */
    private static Stream<Violation> keptRejects(History history) {
        return history.rejects().stream()
                .filter(reject -> !complete(reject))
                .map(reject -> new Violation(
                        Promise.I7,
                        "exécution " + reject.runNo() + ", " + reject.file() + ", ligne " + reject.line()
                                + " : il y manque quelque chose"));
    }

    private static boolean complete(Reject reject) {
        return SHA_256.matcher(reject.sha256()).matches()
                && reject.line() > 0
                && !reject.reason().isBlank()
                && !NO_CELL.matcher(reject.cells()).matches();
    }

    /** I8: no run stands open, and the last that was published has the hash that it has when nothing disturbs. */
    private static Stream<Violation> finishedRuns(History history) {
        List<Run> runs = history.runs();
        String hash = runs.stream()
                .filter(run -> run.state().equals("PUBLISHED"))
                .reduce((before, after) -> after)
                .map(Run::hash)
                .orElse("aucune");
        Stream<Violation> unfinished = runs.stream()
                .filter(run -> run.state().equals("OPEN") || run.state().equals("FAILED"))
                .map(run -> new Violation(Promise.I8, "l'exécution " + run.no() + " est restée " + run.state()));
        return hash.equals(history.reference().hash())
                ? unfinished
                : Stream.concat(
                        unfinished,
                        Stream.of(new Violation(
                                Promise.I8,
                                "empreinte " + hash + ", attendue "
                                        + history.reference().hash())));
    }

    /** I9: nothing of the canary is anywhere; the harmless word that was planted beside is found, so the search is not blind. */
    private static Stream<Violation> nobody(History history) {
        Stream<Violation> traces = history.texts().entrySet().stream()
                .filter(place -> !Canary.tracesIn(place.getValue()).isEmpty())
                .map(place -> new Violation(Promise.I9, "une personne figure dans " + place.getKey()));
        return history.texts().values().stream().anyMatch(Canary::harmlessIn)
                ? traces
                : Stream.of(
                        new Violation(Promise.I9, "la recherche ne trouve pas même le témoin : elle ne prouve rien"));
    }

    /** I10: each group has read all there is. */
    private static Stream<Violation> nothingLeftToRead(History history) {
        return history.lags().entrySet().stream()
                .filter(lag -> lag.getValue() != 0)
                .map(lag -> new Violation(
                        Promise.I10, "le groupe " + lag.getKey() + " a encore " + lag.getValue() + " à lire"));
    }
}
