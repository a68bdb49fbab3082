package fr.passerelle.sources.mapping;

import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.Flaw;
import fr.passerelle.sources.table.RawRow;
import java.util.List;

/** The header is the first record, among the first ones, that has all the columns that the mapping names. */
final class NamedColumns implements HeaderSearch {

    /** How many records a preamble may have. */
    static final int MAX_RECORDS = 100;

    private final String file;
    private final Recipe recipe;
    private int records;
    private long nearestLine;
    private List<String> nearestMissing = List.of();
    private String unread = "";

    NamedColumns(String file, Recipe recipe) {
        this.file = file;
        this.recipe = recipe;
    }

    @Override
    public boolean found(RawRow record) {
        if (++records > MAX_RECORDS) {
            throw notFound();
        }
        Flaw flaw = record.flaw();
        if (flaw != null && unread.isEmpty()) {
            unread = " La ligne %d ne se lit pas : %s".formatted(record.line(), flaw.message());
        }
        List<String> missing = recipe.missing(FileColumns.of(record.texts()));
        if (records == 1 || missing.size() < nearestMissing.size()) {
            nearestLine = record.line();
            nearestMissing = missing;
        }
        return missing.isEmpty();
    }

    @Override
    public UnusableFile notFound() {
        if (records == 0) {
            return FirstRecord.empty(file);
        }
        return new UnusableFile(
                "Le fichier « %s » n'a pas d'en-tête où soient toutes les colonnes que nomme le mapping ; à la ligne %d, qui en est la plus proche, il manque %s."
                                .formatted(file, nearestLine, String.join(", ", nearestMissing))
                        + unread);
    }
}
