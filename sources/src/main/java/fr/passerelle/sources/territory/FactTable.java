package fr.passerelle.sources.territory;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.schemas.person.SafeWords.Quote;
import fr.passerelle.schemas.text.TextResource;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A table of facts: one shipped with the program, or one of a folder that is given instead. */
record FactTable(String name, String sha256, List<NamedCsvRecord> rows) {
    static FactTable shipped(String name) {
        return parse(name, TextResource.of("/facts/" + name, "La table de faits " + name));
    }

    static FactTable in(Path folder, String name) {
        try {
            return parse(name, Files.readString(folder.resolve(name)));
        } catch (IOException | CsvParseException failure) {
            throw new UnusableFile(
                    "Le référentiel « %s » ne se lit pas dans le dossier « %s » (passerelle.facts) : mettez-y les quatre tables livrées avec le programme, en UTF-8, séparées par des virgules."
                            .formatted(name, Quote.of(String.valueOf(folder.getFileName()))),
                    failure);
        }
    }

    private static FactTable parse(String name, String text) {
        return new FactTable(
                name,
                Sha256.of(text),
                CsvReader.builder().ofNamedCsvRecord(text).stream().toList());
    }

    void each(Consumer<NamedCsvRecord> take) {
        for (NamedCsvRecord row : rows) {
            try {
                take.accept(row);
            } catch (NumberFormatException | ArithmeticException | NoSuchElementException wrong) {
                throw unusable(row, "une colonne manque, ou un nombre n'en est pas un", wrong);
            }
        }
    }

    UnusableFile unusable(NamedCsvRecord row, String why, @Nullable RuntimeException cause) {
        return new UnusableFile(
                "Le référentiel « %s », ligne %d : %s ; repartez de celui qui est livré avec le programme."
                        .formatted(name, row.getStartingLineNumber(), why),
                cause);
    }
}
