package fr.passerelle.demo.reconstruction;

import java.util.List;

/**
 * What a room offers as a seat, as cells of the inventory; empty is unknown.
 *
 * @param surface square metres
 * @param mbits measured rate, Mbit/s
 */
record Equipment(
        String surface,
        String connection,
        String mbits,
        String ownerAgreement,
        String stepFree,
        String offHours,
        String closedSpace,
        String ventilated) {

    /** Draws it: flagships are well equipped; of the others some are, some are half known, some too small, some unknown. */
    static Equipment of(Room room) {
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
        return kind < 0.85 ? modest(dice) : unknown(dice);
    }

    private static Equipment good(Dice dice) {
        return new Equipment(
                surface(dice, 62, 60),
                "FIBRE",
                dice.pick(List.of("50", "80", "100", "300")),
                "oui",
                "oui",
                often(dice, 0.7),
                often(dice, 0.8),
                often(dice, 0.5));
    }

    private static Equipment halfKnown(Dice dice) {
        return new Equipment(
                surface(dice, 36, 60),
                dice.pick(List.of("VDSL", "FIBRE", "")),
                dice.pick(List.of("", "", "32.5", "45")),
                dice.pick(List.of("", "oui")),
                dice.pick(List.of("", "oui", "oui", "non")),
                "",
                dice.pick(List.of("", "oui", "non")),
                "");
    }

    private static Equipment modest(Dice dice) {
        return new Equipment(
                surface(dice, 18, 24),
                "ADSL",
                dice.pick(List.of("2.4", "4", "6.8", "8", "12")),
                dice.pick(List.of("oui", "non")),
                often(dice, 0.6),
                "non",
                often(dice, 0.15),
                "non");
    }

    private static Equipment unknown(Dice dice) {
        return new Equipment("", dice.pick(List.of("", "ADSL")), "", "", "", "", "", "");
    }

    private static String surface(Dice dice, int smallest, int more) {
        return Integer.toString(smallest + dice.below(more));
    }

    private static String often(Dice dice, double probability) {
        return dice.chance(probability) ? "oui" : "non";
    }
}
