package fr.passerelle.sources.mapping;

import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.RawRow;

/** The header is on a line that the mapping says. */
record DeclaredLine(String file, int line) implements HeaderSearch {

    @Override
    public boolean found(RawRow record) {
        if (record.line() > line) {
            throw notFound();
        }
        return record.line() == line;
    }

    @Override
    public UnusableFile notFound() {
        return new UnusableFile(
                "Le fichier « %s » n'a pas d'en-tête qui commence à la ligne %d : corrigez « lecture.entete » dans le mapping (la première ligne porte le numéro 1)."
                        .formatted(file, line));
    }
}
