package fr.passerelle.batch.cli;

import java.util.ArrayList;
import java.util.List;

/** What a dry run does not look at, since it knows neither the database nor the other files. */
final class CheckLimits {

    private CheckLimits() {}

    /** @param rooms whether rooms were looked up in an inventory */
    static List<String> of(String table, boolean rooms) {
        List<String> limits = new ArrayList<>();
        if (table.equals("frequentation")) {
            if (!rooms) {
                limits.add("les salles inconnues de l'inventaire (donnez-le par --rooms).");
            }
            limits.add("les périodes qui se chevauchent, dans ce fichier ou avec les relevés déjà importés.");
        }
        if (table.equals("salles")) {
            limits.add("la part des salles connues que cet inventaire retirerait.");
        }
        limits.add("ce qui est déjà connu : une ligne inchangée compte ici comme acceptée.");
        return limits;
    }
}
