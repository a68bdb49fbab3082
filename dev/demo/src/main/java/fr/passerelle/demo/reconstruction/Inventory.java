package fr.passerelle.demo.reconstruction;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The inventory file. Equipment is invented; what a real inventory would not know is left empty. */
final class Inventory {

    static final String FILE = "salles.csv";
    static final String HEADER =
            "id_salle;nom;code_insee;adresse;latitude;longitude;gestionnaire_siren;gestion;date_ouverture;date_fermeture;postes;surface_m2;connexion;"
                + "debit_mbits;heures_hebdo_declarees;heures_hebdo_reelles;animateur_etp;accord_proprietaire;acces_plain_pied;acces_hors_horaires;"
                + "espace_clos;espace_ventile;fonctions;themes";

    private static final List<String> THEMES = List.of(
            "initiation", "bureautique", "démarches en ligne", "image et son", "recherche d'emploi", "seniors", "jeux");

    /** About two rooms an animateur. */
    private static final List<String> ETP =
            List.of("0.2", "0.2", "0.25", "0.25", "0.3", "0.4", "0.4", "0.4", "0.4", "0.5", "0.75");

    private final CanonicalCsv sheet;

    Inventory(CanonicalCsv sheet) {
        this.sheet = sheet;
    }

    void write(Room room) {
        Equipment equipment = Equipment.of(room);
        Dice dice = room.dice("inventory");
        sheet.row(
                room.id(),
                room.name(),
                room.commune().insee(),
                "",
                Double.toString(room.commune().latitude()),
                Double.toString(room.commune().longitude()),
                room.autonomous() ? room.commune().siren() : room.epci(),
                room.autonomous() ? "COMMUNALE_AUTONOME" : "REGION",
                text(room.opened()),
                text(room.closed()),
                dice.chance(0.06) ? "" : Integer.toString(dice.pick(List.of(6, 6, 8, 8, 8, 10, 12))),
                equipment.surface(),
                equipment.connection(),
                equipment.mbits(),
                dice.chance(0.1) ? "" : dice.pick(List.of("20", "24", "30", "30", "35")),
                dice.chance(0.4) ? "" : decimal(10 + dice.below(11) / 2.0),
                dice.chance(0.2) ? "" : dice.pick(ETP),
                equipment.ownerAgreement(),
                equipment.stepFree(),
                equipment.offHours(),
                equipment.closedSpace(),
                equipment.ventilated(),
                "MEDIATION_NUMERIQUE" + (room.flagship() && dice.chance(0.35) ? "|TELETRAVAIL" : ""),
                String.join("|", dice.shuffled(THEMES).subList(0, 1 + dice.below(3))));
    }

    /** A row as it is, and its line. */
    long raw(String... cells) {
        return sheet.row(cells);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String decimal(double value) {
        return new BigDecimal(String.format(Locale.ROOT, "%.1f", value))
                .stripTrailingZeros()
                .toPlainString();
    }
}
