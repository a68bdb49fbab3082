package fr.passerelle.faults.machine;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.faults.check.Canary;
import fr.passerelle.local.process.PrivateFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Small nights out of the demonstration, half a year each: drawn rooms, some rows of the night before corrected, and rows to refuse, with a canary in them. */
public record SmallNights(Path data, Path folder) {

    private static final int ORGANISATIONS = 10;
    private static final int ROOMS = 30;
    private static final int FIRST_YEAR = 2012;
    private static final int ORGANISATION = 6;
    private static final int ADDRESS = 3;
    private static final int ROOM = 1;
    private static final int FIRST_DAY = 2;
    private static final int PRESENCES = 9;
    private static final int CORRECTED = 40;

    /** Writes so many, from 1 to 12; answers the arguments of each. */
    public static List<List<String>> write(Path root, Path folder, long seed, int count) {
        return new SmallNights(root.resolve("dev/demo/data"), folder).write(new Random(seed), count);
    }

    private List<List<String>> write(Random dice, int count) {
        var rooms = rooms(dice);
        var ids = rooms.stream().map(row -> cells(row)[0]).collect(Collectors.toSet());
        write("salles.csv", lines("salles.csv").getFirst(), rooms);
        copy("intercommunalites.csv");
        copy("sites.csv");
        var attendance = lines("frequentation.csv");
        var own = attendance.stream()
                .skip(1)
                .filter(row -> !row.contains("\"") && ids.contains(cells(row)[ROOM]))
                .toList();
        return IntStream.range(0, count)
                .mapToObj(night -> write(night, attendance.getFirst(), own, ids))
                .toList();
    }

    private List<String> write(int night, String header, List<String> own, Set<String> ids) {
        var rows = new ArrayList<>(own.stream().filter(row -> of(night, row)).toList());
        own.stream().filter(row -> of(night - 1, row)).limit(CORRECTED).forEach(row -> rows.add(corrected(row)));
        rows.addAll(refused(night, ids.stream().sorted().findFirst().orElseThrow()));
        var file = "frequentation-%02d.csv".formatted(night);
        write(file, header, rows);
        return List.of(
                "nightly",
                "--rooms",
                folder.resolve("salles.csv").toString(),
                "--attendance",
                folder.resolve(file).toString(),
                "--intercommunalites",
                folder.resolve("intercommunalites.csv").toString(),
                "--sites",
                folder.resolve("sites.csv").toString(),
                "--json");
    }

    /** Whether a row begins in the half year of a night. */
    private static boolean of(int night, String row) {
        var day = cells(row)[FIRST_DAY];
        var year = FIRST_YEAR + Math.floorDiv(night, 2);
        var first = Math.floorMod(night, 2) == 0;
        return day.matches(year + "-(" + (first ? "0[1-6]" : "0[7-9]|1[0-2]") + ")-\\d\\d");
    }

    private static String corrected(String row) {
        var cells = cells(row);
        if (cells[PRESENCES].matches("\\d+")) {
            cells[PRESENCES] = "" + (Integer.parseInt(cells[PRESENCES]) + 1);
        }
        return String.join(";", cells);
    }

    private static List<String> refused(int night, String room) {
        var month = "%d-%02d-01;%d-%02d-28;MOIS;"
                .formatted(FIRST_YEAR + night / 2, 1 + night % 2 * 6, FIRST_YEAR + night / 2, 1 + night % 2 * 6);
        return List.of(
                ";" + room + ";" + month + Canary.HARMLESS + ";OUVERT;;;abc;;;;",
                ";" + room + ";" + month + Canary.PLANTED + ";OUVERT;;;06 47 11 58 93;;;;",
                ";Mme Quatrepoint;" + month + "ATELIER;OUVERT;;;3;;;;");
    }

    private List<String> rooms(Random dice) {
        var all = lines("salles.csv").stream()
                .skip(1)
                .filter(row -> !row.contains("\""))
                .toList();
        var organisations = new ArrayList<>(all.stream()
                .map(row -> cells(row)[ORGANISATION])
                .filter(siren -> !siren.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
        Collections.shuffle(organisations, dice);
        var drawn = organisations.subList(0, ORGANISATIONS + 4);
        var rooms = new ArrayList<>(all.stream()
                .filter(row -> drawn.contains(cells(row)[ORGANISATION]))
                .limit(ROOMS)
                .toList());
        rooms.set(0, withPerson(rooms.getFirst()));
        return rooms;
    }

    private static String withPerson(String room) {
        var cells = cells(room);
        cells[ADDRESS] = Canary.PLANTED;
        cells[1] = Canary.HARMLESS;
        return String.join(";", cells);
    }

    private static String[] cells(String row) {
        return row.split(";", -1);
    }

    private List<String> lines(String file) {
        return PrivateFiles.unchecked(() -> Files.readAllLines(data.resolve(file), UTF_8));
    }

    private void copy(String file) {
        var lines = lines(file);
        write(file, lines.getFirst(), lines.subList(1, lines.size()));
    }

    private void write(String file, String header, List<String> rows) {
        PrivateFiles.unchecked(() -> Files.write(
                Files.createDirectories(folder).resolve(file),
                Stream.concat(Stream.of(header), rows.stream()).toList(),
                UTF_8));
    }
}
