package fr.passerelle.demo.reconstruction;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The inventory file. Equipment is invented; what a real inventory would not know is left empty. */
final class Inventory {

    static final String FILE = "salles.csv";

    private static final List<String> THEMES = List.of(
            "initiation", "bureautique", "démarches en ligne", "image et son", "recherche d'emploi", "seniors", "jeux");

    /** About two rooms an animateur. */
    private static final List<String> ETP =
            List.of("0.2", "0.2", "0.25", "0.25", "0.3", "0.4", "0.4", "0.4", "0.4", "0.5", "0.75");

    private Inventory() {}

    static void write(Room room, CanonicalCsv sheet) {
        List<String> equipment = equipment(room);
        Dice dice = room.dice("inventory");
        List<String> known = List.of(
                room.id(),
                room.name(),
                room.commune().insee(),
                "",
                Double.toString(room.commune().latitude()),
                Double.toString(room.commune().longitude()),
                room.autonomous() ? room.commune().siren() : room.epci(),
                room.autonomous() ? "COMMUNALE_AUTONOME" : "REGION",
                Objects.toString(room.opened(), ""),
                Objects.toString(room.closed(), ""),
                dice.chance(0.06) ? "" : Integer.toString(dice.pick(List.of(6, 6, 8, 8, 8, 10, 12))));
        List<String> hours = List.of(
                dice.chance(0.1) ? "" : dice.pick(List.of("20", "24", "30", "30", "35")),
                dice.chance(0.4)
                        ? ""
                        : BigDecimal.valueOf(10 + dice.below(11) / 2.0)
                                .stripTrailingZeros()
                                .toPlainString(),
                dice.chance(0.2) ? "" : dice.pick(ETP));
        List<String> offer = List.of(
                "MEDIATION_NUMERIQUE" + (room.flagship() && dice.chance(0.35) ? "|TELETRAVAIL" : ""),
                String.join("|", dice.shuffled(THEMES).subList(0, 1 + dice.below(3))));
        sheet.row(Stream.of(known, equipment.subList(0, 3), hours, equipment.subList(3, 8), offer)
                .flatMap(List::stream)
                .toArray(String[]::new));
    }

    /**
     * What a room offers as a seat, as cells, empty where unknown: square metres, connection and its Mbit/s, then the agreement of the owner,
     * steps, opening beyond hours, a closed space and ventilation.
     */
    private static List<String> equipment(Room room) {
        Dice dice = room.dice("equipment");
        double kind = dice.unit();
        if (room.flagship()) {
            return kind < 0.75 ? good(dice) : halfKnown(dice);
        }
        if (kind < 0.1) {
            return good(dice);
        }
        if (kind < 0.5) {
            return halfKnown(dice);
        }
        return kind < 0.85 ? modest(dice) : List.of("", dice.pick(List.of("", "ADSL")), "", "", "", "", "", "");
    }

    private static List<String> good(Dice dice) {
        return List.of(
                surface(dice, 62, 60),
                "FIBRE",
                dice.pick(List.of("50", "80", "100", "300")),
                "oui",
                "oui",
                often(dice, 0.7),
                often(dice, 0.8),
                often(dice, 0.5));
    }

    private static List<String> halfKnown(Dice dice) {
        return List.of(
                surface(dice, 36, 60),
                dice.pick(List.of("VDSL", "FIBRE", "")),
                dice.pick(List.of("", "", "32.5", "45")),
                dice.pick(List.of("", "oui")),
                dice.pick(List.of("", "oui", "oui", "non")),
                "",
                dice.pick(List.of("", "oui", "non")),
                "");
    }

    private static List<String> modest(Dice dice) {
        return List.of(
                surface(dice, 18, 24),
                "ADSL",
                dice.pick(List.of("2.4", "4", "6.8", "8", "12")),
                dice.pick(List.of("oui", "non")),
                often(dice, 0.6),
                "non",
                often(dice, 0.15),
                "non");
    }

    private static String surface(Dice dice, int smallest, int more) {
        return Integer.toString(smallest + dice.below(more));
    }

    private static String often(Dice dice, double probability) {
        return dice.chance(probability) ? "oui" : "non";
    }
}
