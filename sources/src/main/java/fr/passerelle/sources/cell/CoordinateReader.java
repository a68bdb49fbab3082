package fr.passerelle.sources.cell;

import fr.passerelle.schemas.table.Correction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;

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
    /** The French projection, EPSG:2154, written out: the library of its definition has a licence of its own. */
    private static final String LAMBERT_93 = "+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000"
            + " +y_0=6600000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs";

    private static final int MOST_DECIMALS = 15;

    private static final RepairedText NOTHING = new RepairedText("", Correction.INCONNU);
    private static final Reading UNREAD = new Reading(Map.of(LATITUDE, NOTHING, LONGITUDE, NOTHING), null);

    private final int latitude;
    private final int longitude;
    private final int commune;
    private final Forms north;
    private final Forms east;
    private final Forms.CoordinateSystem declared;
    private final CoordinateTransform toDegrees = new CoordinateTransformFactory()
            .createTransform(
                    system("EPSG:2154", LAMBERT_93), system("EPSG:4326", "+proj=longlat +datum=WGS84 +no_defs"));

    private CoordinateReader(List<String> header, Forms north, Forms east) {
        this.latitude = header.indexOf(LATITUDE);
        this.longitude = header.indexOf(LONGITUDE);
        this.commune = header.indexOf(COMMUNE);
        this.north = north;
        this.east = east;
        this.declared = north.coordinates();
    }

    /** For the rows of a table, with what is declared of both columns; the system is that of the latitude. Null without places. */
    public static @Nullable CoordinateReader of(List<String> header, Forms north, Forms east) {
        return header.containsAll(List.of(LATITUDE, LONGITUDE, COMMUNE))
                ? new CoordinateReader(header, north, east)
                : null;
    }

    /** What the coordinates among the cells of a row say. */
    public Reading of(String[] cells) {
        BigDecimal y = number(cells[latitude], north);
        BigDecimal x = number(cells[longitude], east);
        if (y == null || x == null) {
            return Reading.AS_TOLD;
        }
        Spot told = new Spot(y, x);
        Reading place =
                declared == Forms.CoordinateSystem.LAMBERT_93 ? metres(told, null) : degrees(told, cells[commune]);
        return place.nowhere() != null && north.lenient() && east.lenient() ? UNREAD : place;
    }

    private Reading degrees(Spot told, String insee) {
        if (told.inFrance() || elsewhere(insee)) {
            return Reading.AS_TOLD;
        }
        if (told.swapped().inFrance()) {
            return moved(told.swapped(), Correction.COORDONNEES_INVERSEES);
        }
        return declared == Forms.CoordinateSystem.WGS84
                ? nowhere("Ces coordonnées ne sont pas en France métropolitaine : vérifiez la latitude et la"
                        + " longitude, en degrés WGS 84 comme le mapping le déclare.")
                : metres(told, Correction.LAMBERT_93);
    }

    private Reading metres(Spot told, @Nullable Correction correction) {
        Spot found = told.inLambert() ? degrees(told) : null;
        if (found != null && found.inFrance()) {
            return moved(found, correction);
        }
        return nowhere(
                correction == null
                        ? "Ces coordonnées ne sont pas des mètres Lambert-93 en France métropolitaine, comme le"
                                + " mapping les déclare : mettez x dans la longitude et y dans la latitude, ou changez"
                                + " le mapping."
                        : "Ces coordonnées ne sont pas en France métropolitaine : donnez la latitude et la longitude en"
                                + " degrés WGS 84, ou videz les deux cellules.");
    }

    private static Reading moved(Spot found, @Nullable Correction correction) {
        return new Reading(
                Map.of(
                        LATITUDE, new RepairedText(found.north().toPlainString(), correction),
                        LONGITUDE, new RepairedText(found.east().toPlainString(), correction)),
                null);
    }

    private static Reading nowhere(String why) {
        return new Reading(Map.of(), why);
    }

    private boolean elsewhere(String insee) {
        RepairedText repairedText = Repair.insee(insee);
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

    /**
     * What the two coordinates of a row say together.
     *
     * @param moved what goes into a column instead of its cell, canonical texts; none where each cell is typed by itself
     * @param nowhere why they cannot be a place of this row, in French, for the user, without a cell; null where they can
     */
    public record Reading(
            Map<String, RepairedText> moved, @Nullable String nowhere) {

        /** Nothing to say of them. */
        public static final Reading AS_TOLD = new Reading(Map.of(), null);
    }

    private static CoordinateReferenceSystem system(String name, String parameters) {
        return new CRSFactory().createFromParameters(name, parameters);
    }

    /** Metres that are {@link Spot#inLambert}, in degrees of six decimals, a tenth of a metre. */
    private Spot degrees(Spot metres) {
        ProjCoordinate told =
                new ProjCoordinate(metres.east().doubleValue(), metres.north().doubleValue());
        ProjCoordinate found = toDegrees.transform(told, new ProjCoordinate());
        return new Spot(rounded(found.y), rounded(found.x));
    }

    private static BigDecimal rounded(double degrees) {
        return BigDecimal.valueOf(degrees).setScale(6, RoundingMode.HALF_UP);
    }

    /** Two coordinates as a row tells them: degrees, or metres, northwards and eastwards. */
    private record Spot(BigDecimal north, BigDecimal east) {
        /** Whether these are degrees in metropolitan France, with its seas and its near neighbours. */
        boolean inFrance() {
            return within(north, "41", "51.6") && within(east, "-5.6", "9.8");
        }

        /** Whether these can be metres of Lambert-93 in metropolitan France; no degrees can. */
        boolean inLambert() {
            return within(north, "6000000", "7150000") && within(east, "100000", "1250000");
        }

        Spot swapped() {
            return new Spot(east, north);
        }

        private static boolean within(BigDecimal value, String least, String greatest) {
            return value.compareTo(new BigDecimal(least)) >= 0 && value.compareTo(new BigDecimal(greatest)) <= 0;
        }
    }
}
