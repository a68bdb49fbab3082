package fr.passerelle.envelope.scenario;

import fr.passerelle.envelope.scenario.CreditLines.CreditLine.Nature;
import fr.passerelle.envelope.scenario.CreditLines.CreditLine;
import fr.passerelle.rules.conversion.Departement;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.person.Quote;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Cells;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.study.WholeFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A file of credits, read whole or refused whole. */
final class CreditsFile {

    private CreditsFile() {}

    /**
     * The rows of a file.
     *
     * @param asOf month of the run: nothing is paid in a year that is over with it
     * @throws UnusableFile with one French sentence for each fault, which names file and line
     */
    static CreditLines read(Path path, YearMonth asOf) {
        WholeFile<CreditLine> file = WholeFile.read(path, TableSchema.credits(), CreditsFile::line);
        List<CreditLine> lines = file.with(CreditFaults.of(file.lines())).rows();
        if (lines.stream().noneMatch(line -> line.nature() == CreditLine.Nature.CREDIT)) {
            throw refused(path, "ne vote aucun crédit : ajoutez-y au moins une ligne CREDIT.");
        }
        CreditLines read = new CreditLines(lines);
        int first = asOf.plusMonths(1).getYear();
        if (read.credits().years().last() < first) {
            throw refused(
                    path,
                    "ne vote que des années passées : dans la situation de " + asOf + ", rien ne peut plus être payé"
                            + " avant " + first + ". Ajoutez-y au moins une ligne CREDIT de " + first + " ou d'après.");
        }
        return read;
    }

    private static UnusableFile refused(Path path, String why) {
        return new UnusableFile("Le fichier « " + Quote.of(String.valueOf(path.getFileName())) + " » " + why);
    }

    private static CreditLine line(Cells cells) {
        return new CreditLine(
                CreditLine.Nature.valueOf(cells.required("nature")),
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
        private final Map<Subject, Long> first = new HashMap<>();
        private final Map<Subject, BigDecimal> voted = new HashMap<>();

        private CreditFaults() {}

        /** What may be told once. */
        private record Subject(
                Nature nature,
                @Nullable Integer annee,
                @Nullable LigneCredit ligne,
                @Nullable String departement) {

            static Subject of(CreditLine line) {
                return new Subject(line.nature(), line.annee(), line.ligne(), line.departement());
            }

            Subject voted() {
                return new Subject(Nature.CREDIT, annee, ligne, departement);
            }
        }

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

        private void checkDouble(long at, CreditLine line) {
            Long before = first.putIfAbsent(Subject.of(line), at);
            if (before != null) {
                faults.putIfAbsent(
                        at,
                        "la ligne " + before + " dit déjà la même chose (même nature, année, ligne, département) :"
                                + " ne gardez que la bonne.");
            } else if (line.nature() == Nature.CREDIT && line.montant() != null) {
                voted.put(Subject.of(line), line.montant());
            }
        }

        private void checkPromise(long at, CreditLine line) {
            if (line.nature() == Nature.PROMIS_AILLEURS && line.montant() != null) {
                BigDecimal most = voted.getOrDefault(Subject.of(line).voted(), BigDecimal.ZERO);
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
