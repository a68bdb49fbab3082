package fr.passerelle.sources.mapping;

import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.RawRow;

/** The header is the first record of all. */
record FirstRecord(String file) implements HeaderSearch {

    @Override
    public boolean found(RawRow record) {
        return true;
    }

    @Override
    public UnusableFile notFound() {
        return empty(file);
    }

    static UnusableFile empty(String file) {
        return new UnusableFile(
                "Le fichier « %s » est vide : donnez-lui une ligne d'en-tête et au moins une ligne de données."
                        .formatted(file));
    }
}
