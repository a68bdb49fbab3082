package fr.passerelle.envelope.scenario;

import static java.util.Objects.requireNonNull;

import fr.passerelle.envelope.rule.Credits;
import fr.passerelle.envelope.rule.Credits.BudgetCell;
import fr.passerelle.envelope.rule.Credits.Credit;
import fr.passerelle.envelope.rule.Credits.EquityRow;
import fr.passerelle.envelope.scenario.CreditLines.CreditLine;
import fr.passerelle.envelope.scenario.CreditLines.CreditLine.Nature;
import fr.passerelle.rules.conversion.Departement;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.person.SafeWords.Quote;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Cells;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.study.Study;
import fr.passerelle.study.WholeFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of a file of credits without a fault, in its order, and the text in which a scenario keeps them: such a file itself. */
public record CreditLines(List<CreditLine> lines) {

    private static final String HEADER = "nature;annee;ligne;montant;report;departement;minimum\n";
    private static final String SEPARATOR = ";";
    private static final int PERCENT = 100;

    /** Those of a text that {@link #text()} gave. */
    public static CreditLines of(String text) {
        return new CreditLines(text.lines().skip(1).map(CreditLines::line).toList());
    }

    /** Those that a scenario of credits froze. */
    public static CreditLines of(Study<ScenarioManifest> scenario) {
        return of(requireNonNull(scenario.inputs().get(ScenarioManifest.CREDITS), "An envelope has credits"));
    }

    /** As a file with the columns of the Table Schema {@code credits}. */
    public String text() {
        return lines.stream().map(CreditLines::row).collect(Collectors.joining("\n", HEADER, "\n"));
    }

    /** What they say. */
    public Credits credits() {
        return Credits.of(
                of(Nature.CREDIT)
                        .map(line -> new Credit(cell(line), cents(line), promised(cell(line)), line.report()))
                        .toList(),
                lines.stream().flatMap(CreditLines::equity).toList());
    }

    private long promised(BudgetCell cell) {
        return of(Nature.PROMIS_AILLEURS)
                .filter(line -> cell(line).equals(cell))
                .mapToLong(CreditLines::cents)
                .sum();
    }

    private Stream<CreditLine> of(Nature nature) {
        return lines.stream().filter(line -> line.nature() == nature);
    }

    private static BudgetCell cell(CreditLine line) {
        return new BudgetCell(requireNonNull(line.annee()), requireNonNull(line.ligne()));
    }

    private static long cents(CreditLine line) {
        return Credits.cents(requireNonNull(line.montant()));
    }

    private static Stream<EquityRow> equity(CreditLine line) {
        return switch (line.nature()) {
            case CREDIT, PROMIS_AILLEURS -> Stream.empty();
            case OUVERTURES_MINIMUM ->
                Stream.of(
                        new EquityRow.OpeningFloor(requireNonNull(line.departement()), requireNonNull(line.minimum())));
            case PART_BESOIN_ELEVE -> Stream.of(new EquityRow.HighNeedShare(requireNonNull(line.minimum()) * PERCENT));
        };
    }

    private static String row(CreditLine line) {
        return Stream.of(
                        line.nature(),
                        line.annee(),
                        line.ligne(),
                        line.montant() == null ? null : line.montant().toPlainString(),
                        line.nature() == Nature.CREDIT ? (line.report() ? "oui" : "non") : null,
                        line.departement(),
                        line.minimum())
                .map(cell -> Objects.toString(cell, ""))
                .collect(Collectors.joining(SEPARATOR));
    }

    private static CreditLine line(String row) {
        String[] cells = row.split(SEPARATOR, -1);
        return new CreditLine(
                Nature.valueOf(cells[0]),
                number(cells[1]),
                cells[2].isEmpty() ? null : LigneCredit.valueOf(cells[2]),
                cells[3].isEmpty() ? null : new BigDecimal(cells[3]),
                cells[4].equals("oui"),
                cells[5].isEmpty() ? null : cells[5],
                number(cells[6]));
    }

    private static @Nullable Integer number(String cell) {
        return cell.isEmpty() ? null : Integer.valueOf(cell);
    }

    /**
     * A row of a file of credits.
     *
     * @param annee null but for CREDIT and PROMIS_AILLEURS
     * @param ligne as {@code annee}
     * @param montant euros, from 0; null as {@code annee}
     * @param report whether what is left goes on to the next year; false but for CREDIT
     * @param departement its code; null but for OUVERTURES_MINIMUM
     * @param minimum openings for OUVERTURES_MINIMUM, percent for PART_BESOIN_ELEVE; null elsewhere
     */
    public record CreditLine(
            Nature nature,
            @Nullable Integer annee,
            @Nullable LigneCredit ligne,
            @Nullable BigDecimal montant,
            boolean report,
            @Nullable String departement,
            @Nullable Integer minimum) {

        /** What a row says. */
        public enum Nature {
            /** What is voted on a line of a year. */
            CREDIT,
            /** What of it is promised to others. */
            PROMIS_AILLEURS,
            /** The least openings of a département. */
            OUVERTURES_MINIMUM,
            /** The least share of the openings in EPCIs of high need. */
            PART_BESOIN_ELEVE
        }
    }

    /**
     * The rows of a file, read whole or refused whole.
     *
     * @param asOf month of the run: nothing is paid in a year that is over with it
     * @throws UnusableFile with one French sentence for each fault, which names file and line
     */
    static CreditLines read(Path path, YearMonth asOf) {
        WholeFile<CreditLine> file = WholeFile.read(path, TableSchema.CREDITS, CreditLines::line);
        List<CreditLine> lines = file.with(CreditFaults.of(file.lines())).rows();
        if (lines.stream().noneMatch(line -> line.nature() == Nature.CREDIT)) {
            throw refused(path, "ne vote aucun crédit : ajoutez-y au moins une ligne CREDIT.");
        }
        CreditLines read = new CreditLines(lines);
        int first = asOf.plusMonths(1).getYear();
        if (read.credits().years().last() < first) {
            throw refused(
                    path,
                    "ne vote que des années passées : dans la situation de " + asOf
                            + ", rien ne peut plus être payé" + " avant " + first
                            + ". Ajoutez-y au moins une ligne CREDIT de " + first + " ou d'après.");
        }
        return read;
    }

    private static UnusableFile refused(Path path, String why) {
        return new UnusableFile("Le fichier « " + Quote.of(String.valueOf(path.getFileName())) + " » " + why);
    }

    private static CreditLine line(Cells cells) {
        return new CreditLine(
                Nature.valueOf(cells.required("nature")),
                cells.integer("annee"),
                cells.constant("ligne", LigneCredit.class),
                cells.euros("montant"),
                Objects.equals(cells.yes("report"), true),
                cells.text("departement"),
                cells.integer("minimum"));
    }

    /** Faults of rows of credits whose cells are each right: what a nature asks for, and what rows say together. */
    static final class CreditFaults {

        private static final int WHOLE = 100;

        private final SortedMap<Long, String> faults = new TreeMap<>();
        private final Map<List<?>, Long> first = new HashMap<>();
        private final Map<List<?>, BigDecimal> voted = new HashMap<>();

        /** The sentence of the first fault of each row that has one, by line. */
        static SortedMap<Long, String> of(SortedMap<Long, CreditLine> lines) {
            CreditFaults found = new CreditFaults();
            lines.forEach(found::checkCells);
            lines.forEach(found::checkDouble);
            lines.forEach(found::checkPromise);
            return found.faults;
        }

        private void checkCells(long at, CreditLine line) {
            Optional<String> fault = switch (line.nature()) {
                case CREDIT, PROMIS_AILLEURS -> budget(line);
                case OUVERTURES_MINIMUM -> floor(line);
                case PART_BESOIN_ELEVE -> share(line);
            };
            fault.ifPresent(sentence -> faults.put(at, sentence));
        }

        private static Optional<String> budget(CreditLine line) {
            if (line.annee() == null || line.ligne() == null || line.montant() == null) {
                return Optional.of(line.nature() + " demande une année, une ligne et un montant.");
            }
            if (line.departement() != null || line.minimum() != null) {
                return Optional.of(line.nature() + " n'a ni département ni minimum : videz ces cellules.");
            }
            return line.nature() == Nature.PROMIS_AILLEURS && line.report()
                    ? Optional.of("PROMIS_AILLEURS n'a pas de report : il suit celui de son crédit.")
                    : Optional.empty();
        }

        private static Optional<String> floor(CreditLine line) {
            if (isOfABudget(line)) {
                return Optional.of(
                        "OUVERTURES_MINIMUM n'a ni année, ni ligne, ni montant, ni report : videz ces cellules.");
            }
            if (line.departement() == null || line.minimum() == null) {
                return Optional.of("OUVERTURES_MINIMUM demande un département et un minimum.");
            }
            return Departement.of(line.departement()).name().equals(line.departement())
                    ? Optional.of("« " + line.departement() + " » n'est pas un département de la région.")
                    : Optional.empty();
        }

        private static Optional<String> share(CreditLine line) {
            if (isOfABudget(line) || line.departement() != null) {
                return Optional.of("PART_BESOIN_ELEVE n'a que son minimum : videz les autres cellules.");
            }
            return line.minimum() == null || line.minimum() > WHOLE
                    ? Optional.of("PART_BESOIN_ELEVE demande un minimum de 0 à 100, en pour cent des ouvertures.")
                    : Optional.empty();
        }

        private static boolean isOfABudget(CreditLine line) {
            return line.annee() != null || line.ligne() != null || line.montant() != null || line.report();
        }

        /** What may be told once. */
        private static List<?> subject(Nature nature, CreditLine line) {
            return Arrays.asList(nature, line.annee(), line.ligne(), line.departement());
        }

        private void checkDouble(long at, CreditLine line) {
            Long before = first.putIfAbsent(subject(line.nature(), line), at);
            if (before != null) {
                faults.putIfAbsent(
                        at,
                        "la ligne " + before + " dit déjà la même chose (même nature, année, ligne, département) :"
                                + " ne gardez que la bonne.");
            } else if (line.nature() == Nature.CREDIT && line.montant() != null) {
                voted.put(subject(line.nature(), line), line.montant());
            }
        }

        private void checkPromise(long at, CreditLine line) {
            if (line.nature() == Nature.PROMIS_AILLEURS && line.montant() != null) {
                BigDecimal most = voted.getOrDefault(subject(Nature.CREDIT, line), BigDecimal.ZERO);
                if (line.montant().compareTo(most) > 0) {
                    faults.putIfAbsent(
                            at,
                            "%s € sont promis ailleurs, plus que les %s € votés sur cette ligne cette année-là."
                                    .formatted(line.montant().toPlainString(), most.toPlainString()));
                }
            }
        }
    }
}
