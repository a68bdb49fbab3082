package fr.passerelle.batch.scenario;

import fr.passerelle.published.scenario.CreditLine;
import fr.passerelle.published.scenario.CreditLines;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.person.Quote;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Cells;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.Row;
import fr.passerelle.sources.RowOutcome;
import fr.passerelle.sources.TableSource;
import fr.passerelle.sources.reject.RejectedRow;
import fr.passerelle.sources.reject.UnusableFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A file of credits, read whole or refused whole. */
final class CreditsFile {

    private final TableSchema schema = TableSchema.credits();
    private final SortedMap<Long, CreditLine> lines = new TreeMap<>();
    private final SortedMap<Long, String> faults = new TreeMap<>();

    private CreditsFile() {}

    /**
     * The rows of a file.
     *
     * @throws UnusableFile with one French sentence for each fault, which names file and line
     */
    static CreditLines read(Path path) {
        CreditsFile read = new CreditsFile();
        InputFile file = InputFile.examine(path, read.schema);
        read.readLines(file);
        CreditFaults.of(read.lines).forEach(read.faults::putIfAbsent);
        read.refuseFaults(Quote.of(file.name()));
        return new CreditLines(List.copyOf(read.lines.values()));
    }

    private void readLines(InputFile file) {
        try (TableSource source = TableSource.open(file, schema)) {
            for (RowOutcome outcome = source.next(); outcome != null; outcome = source.next()) {
                switch (outcome) {
                    case RowOutcome.Accepted(Row row) -> lines.put(row.line(), line(new Cells(schema.header(), row)));
                    case RowOutcome.Refused(Row row, RejectedRow rejected) ->
                        faults.put(rejected.line(), rejected.message());
                    case RowOutcome.Control() -> {}
                }
            }
        }
    }

    private void refuseFaults(String name) {
        if (!faults.isEmpty()) {
            throw new UnusableFile(faults.entrySet().stream()
                    .map(fault -> "Le fichier « %s », ligne %d : %s".formatted(name, fault.getKey(), fault.getValue()))
                    .collect(Collectors.joining("\n")));
        }
        if (lines.values().stream().noneMatch(line -> line.nature() == CreditLine.Nature.CREDIT)) {
            throw new UnusableFile(
                    "Le fichier « " + name + " » ne vote aucun crédit : ajoutez-y au moins une ligne CREDIT.");
        }
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
