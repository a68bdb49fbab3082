package fr.passerelle.bench.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The inventory: rooms spread over the communes of the region. They are invented, and their names say so. */
final class InventedRooms {

    private static final String HEADER =
            "id_salle;nom;code_insee;adresse;latitude;longitude;gestionnaire_siren;gestion;date_ouverture;date_fermeture;"
                + "postes;surface_m2;connexion;debit_mbits;heures_hebdo_declarees;heures_hebdo_reelles;animateur_etp;"
                + "accord_proprietaire;acces_plain_pied;acces_hors_horaires;espace_clos;espace_ventile;fonctions;themes";

    private InventedRooms() {}

    /** Identifier of a room: of a reconstitution, as its beginning tells the programs. */
    static String id(int room) {
        return String.format(Locale.ROOT, "DEMO-B%05d", room);
    }

    /** The lines of the file, header first: the rooms are spread evenly over the communes. */
    static List<String> lines(int count, List<String> communes) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int room = 0; room < count; room++) {
            lines.add(line(room, communes.get((int) ((long) room * communes.size() / count))));
        }
        return lines;
    }

    private static String line(int room, String commune) {
        return id(room) + ";Salle fictive " + id(room) + ";" + commune + ";;;;;REGION;2004-02-23;;" + (6 + room % 8)
                + ";" + (40 + room % 60) + ";FIBRE;80;35;;0.4;oui;oui;oui;oui;non;MEDIATION_NUMERIQUE;";
    }
}
