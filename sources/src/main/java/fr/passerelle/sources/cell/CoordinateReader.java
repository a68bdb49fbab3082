package fr.passerelle.sources.cell;

import fr.passerelle.schemas.table.Correction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the latitude and the longitude of a row together, before its cells are typed: only the two of them tell that they stand in each
 * other's place, that they are metres, or that the place is elsewhere. The rooms are in metropolitan France, unless the INSEE code is that
 * of a commune overseas or of a country.
 */
public final class CoordinateReader {

    /** The column of the degrees northwards. */
    public static final String LATITUDE = "latitude";

    /** The column of the degrees eastwards. */
    public static final String LONGITUDE = "longitude";

    private static final String COMMUNE = "code_insee";
    private static final Pattern ELSEWHERE = Pattern.compile("9[78][0-9]{3}|99(?!100)[1-5][0-9]{2}");
    private static final Set<String> UNITS = Set.of("°");
    private static final int MOST_DECIMALS = 15;

    private static final CoordinateReading UNREAD = new CoordinateReading.Moved(
            new RepairedText("", Correction.INCONNU), new RepairedText("", Correction.INCONNU));

    private final int latitude;
    private final int longitude;
    private final int commune;
    private final Forms north;
    private final Forms east;
    private final CoordinateSystem declared;
    private final Repair code = new InseeRepair();
    private final Lambert93 projection = new Lambert93();

    private CoordinateReader(List<String> header, Forms north, Forms east) {
        this.latitude = header.indexOf(LATITUDE);
        this.longitude = header.indexOf(LONGITUDE);
        this.commune = header.indexOf(COMMUNE);
        this.north = north;
        this.east = east;
        this.declared = north.coordinates();
    }

    /**
     * For the rows of a table; null where it has no places.
     *
     * @param header names of the columns, in order
     * @param north what is declared of the latitude, and of the system of both
     * @param east what is declared of the longitude
     */
    public static @Nullable CoordinateReader of(List<String> header, Forms north, Forms east) {
        return header.containsAll(List.of(LATITUDE, LONGITUDE, COMMUNE))
                ? new CoordinateReader(header, north, east)
                : null;
    }

    /** What the coordinates among the cells of a row say. */
    public CoordinateReading of(String[] cells) {
        BigDecimal y = number(cells[latitude], north);
        BigDecimal x = number(cells[longitude], east);
        if (y == null || x == null) {
            return CoordinateReading.AS_TOLD;
        }
        Spot told = new Spot(y, x);
        CoordinateReading place =
                declared == CoordinateSystem.LAMBERT_93 ? metres(told, null) : degrees(told, cells[commune]);
        return place instanceof CoordinateReading.Nowhere && north.lenient() && east.lenient() ? UNREAD : place;
    }

    private CoordinateReading degrees(Spot told, String insee) {
        if (told.inFrance() || elsewhere(insee)) {
            return CoordinateReading.AS_TOLD;
        }
        if (told.swapped().inFrance()) {
            return moved(told.swapped(), Correction.COORDONNEES_INVERSEES);
        }
        return declared == CoordinateSystem.WGS84
                ? new CoordinateReading.Nowhere(
                        "Ces coordonnées ne sont pas en France métropolitaine : vérifiez la latitude et la"
                                + " longitude, en degrés WGS 84 comme le mapping le déclare.")
                : metres(told, Correction.LAMBERT_93);
    }

    private CoordinateReading metres(Spot told, @Nullable Correction correction) {
        Spot found = told.inLambert() ? projection.degrees(told) : null;
        if (found != null && found.inFrance()) {
            return moved(found, correction);
        }
        return new CoordinateReading.Nowhere(
                correction == null
                        ? "Ces coordonnées ne sont pas des mètres Lambert-93 en France métropolitaine, comme le"
                                + " mapping les déclare : mettez x dans la longitude et y dans la latitude, ou changez"
                                + " le mapping."
                        : "Ces coordonnées ne sont pas en France métropolitaine : donnez la latitude et la longitude en"
                                + " degrés WGS 84, ou videz les deux cellules.");
    }

    private static CoordinateReading moved(Spot found, @Nullable Correction correction) {
        return new CoordinateReading.Moved(
                new RepairedText(found.north().toPlainString(), correction),
                new RepairedText(found.east().toPlainString(), correction));
    }

    private boolean elsewhere(String insee) {
        RepairedText repairedText = code.of(insee);
        return repairedText != null && ELSEWHERE.matcher(repairedText.text()).matches();
    }

    /** The number of a cell, small or in thousands; null where it is none, or one that no column of degrees can hold. */
    private static @Nullable BigDecimal number(String cell, Forms forms) {
        if (cell.isEmpty() || forms.missing().contains(cell)) {
            return null;
        }
        Repair small = new NumberRepair(MOST_DECIMALS, false, UNITS, forms);
        Repair great = new NumberRepair(MOST_DECIMALS, true, UNITS, forms);
        RepairedText repairedText = Repair.firstOf(small, great).of(cell);
        BigDecimal number = repairedText == null ? null : new BigDecimal(repairedText.text());
        return number == null || number.scale() > MOST_DECIMALS ? null : number;
    }
}
