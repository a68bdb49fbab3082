package fr.passerelle.cli;

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
            limits.add("ce que disent les autres fichiers, déjà importés ou donnés avec celui-ci : périodes dites deux"
                    + " fois, chevauchements, contrôles, identifiants d'une autre salle, lignes connues sous une"
                    + " autre identité, mois trop gros à eux tous.");
        }
        if (table.equals("salles") || table.equals("sites")) {
            limits.add("la part de ce qui est connu que ce fichier retirerait.");
        }
        limits.add("ce qui est déjà connu : une ligne inchangée compte ici comme acceptée.");
        return limits;
    }
}
