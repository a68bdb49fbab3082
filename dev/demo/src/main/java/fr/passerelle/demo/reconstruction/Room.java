package fr.passerelle.demo.reconstruction;

import fr.passerelle.demo.reconstruction.PublicFacts.Commune;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A room of the reconstruction.
 *
 * @param opened first day open; null where the inventory does not know it
 * @param closed first day no longer open; null while open
 * @param strength how much it is used beside what its population would give, 1 in the middle
 * @param slope yearly drift of its use, 0 when level
 */
record Room(
        String id,
        String name,
        Commune commune,
        boolean autonomous,
        boolean flagship,
        Trait trait,
        @Nullable LocalDate opened,
        @Nullable LocalDate closed,
        double strength,
        double slope) {

    Dice dice(String purpose) {
        return Dice.of(id + "/" + purpose);
    }

    /** Whether it is open on every day of the month. */
    boolean openIn(YearMonth month) {
        return !(opened != null && opened.isAfter(month.atDay(1)))
                && !(closed != null && closed.isBefore(month.plusMonths(1).atDay(1)));
    }

    String epci() {
        return commune.epci();
    }

    /** What is planted in a room's register, at most one a room; how many rooms get it, and how the list of anomalies says it. */
    enum Trait {
        NONE(0, ""),
        SCHOOL_HEAVY(5, "audience scolaire forte : deux à trois fois les autres présences, comptée à part"),
        BREAK_UP(3, "rupture : présences multipliées par cinq à partir de 2016-09 (compteur remplacé)"),
        BREAK_DOWN(2, "rupture : présences divisées par cinq à partir de 2016-09 (salle déplacée)"),
        WORKS(5, "fermeture pour travaux, déclarée (ligne FERME)"),
        GAPS(10, "plus de la moitié des mois de la fenêtre manquent : ni ligne ni zéro"),
        STOPPED(4, "plus aucune saisie à partir de 2016-06"),
        NO_PERSON_HOURS(18, "heures-personnes jamais comptées"),
        NO_SESSION_HOURS(10, "durée des séances jamais comptée"),
        TOTAL_LINES(5, "lignes TOTAL mensuelles à côté des séances : des contrôles"),
        DOUBLE_ENTRY(3, "lignes MOIS de la même activité à côté des séances en 2016 : des contrôles"),
        OPENED_IN_WINDOW(4, "ouverture pendant la fenêtre"),
        CLOSED(6, "fermeture définitive"),
        MONTHLY(12, "registre tenu au mois : un mois non compté y est une ligne vide"),
        COPIED_SAMPLE(6, "un mois relevé par trimestre, recopié sur ses trois mois"),
        WEEKLY(5, "registre tenu à la semaine, à cheval sur les mois"),
        QUARTERLY(3, "registre tenu au trimestre");

        final int rooms;
        final String description;

        Trait(int rooms, String description) {
            this.rooms = rooms;
            this.description = description;
        }
    }
}
