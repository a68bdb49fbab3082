package fr.passerelle.envelope.scenario;

import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.person.Quote;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Cells;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.study.WholeFile;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;

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
}
