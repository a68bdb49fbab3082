package fr.passerelle.sources.input;

import fr.passerelle.sources.mapping.Mapping;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The mappings that a person gave, each for the files whose name it names. One that is given by its name is there for a file; a folder may
 * hold many that have none tonight.
 */
public final class Mappings {
    private final List<Mapping> given = new ArrayList<>();
    private final Set<Mapping> named = new HashSet<>();
    private final Set<Mapping> used = new HashSet<>();

    private Mappings() {}

    /** Reads files and folders of mappings; {@link UnusableFile} when a folder is unreadable or holds none, or two have one id. */
    public static Mappings read(List<Path> paths) {
        Mappings mappings = new Mappings();
        Set<String> names = new HashSet<>();
        for (Path path : paths) {
            for (Path file : files(path)) {
                Mapping mapping = Mapping.read(file);
                if (!names.add(mapping.name())) {
                    throw new UnusableFile("Deux mappings ont l'identifiant « " + mapping.name()
                            + " » : donnez-en un autre à l'un d'eux.");
                }
                mappings.given.add(mapping);
                if (!Files.isDirectory(path)) {
                    mappings.named.add(mapping);
                }
            }
        }
        return mappings;
    }

    /**
     * The mappings of a file: several where each reads a sheet, or a file of an archive, of its own; the canonical one where none names it.
     *
     * @param table name of the table that its rows are for
     * @throws UnusableFile when two read the same
     */
    public List<Mapping> of(Path file, String table) {
        String name = String.valueOf(file.getFileName());
        List<Mapping> fit = given.stream()
                .filter(mapping -> mapping.table().equals(table) && mapping.takes(name))
                .toList();
        long places = fit.stream()
                .map(mapping -> Arrays.asList(
                        mapping.reading().sheet(), mapping.reading().entry()))
                .distinct()
                .count();
        if (places < fit.size()) {
            throw twoFor(fit);
        }
        used.addAll(fit);
        return fit.isEmpty() ? List.of(Mapping.CANONICAL) : fit;
    }

    /** Two mappings for what only one may read. */
    public static UnusableFile twoFor(List<Mapping> fit) {
        return new UnusableFile("Les mappings « " + fit.get(0).name() + " » et « "
                + fit.get(1).name()
                + " » nomment tous deux un même fichier : précisez « fichiers » dans l'un d'eux, ou la feuille"
                + " de chacun.");
    }

    /** The ids of the mappings of folders that named no file; {@link UnusableFile} when one that is given by its name did not. */
    public List<String> idle() {
        List<Mapping> idle =
                given.stream().filter(mapping -> !used.contains(mapping)).toList();
        idle.stream().filter(named::contains).findFirst().ifPresent(one -> {
            throw new UnusableFile(
                    "Le mapping « " + one.name() + " » ne nomme aucun des fichiers donnés pour la table « "
                            + one.table() + " » : corrigez sa liste « fichiers », ou ne le donnez pas.");
        });
        return idle.stream().map(Mapping::name).toList();
    }

    /** A mapping's own file, or those of a folder, sorted; {@link UnusableFile} when it cannot be read or holds none. */
    public static List<Path> files(Path given) {
        return Files.isDirectory(given) ? in(given) : List.of(given);
    }

    private static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> mappings = files.filter(
                            file -> String.valueOf(file.getFileName()).matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
            if (mappings.isEmpty()) {
                throw new UnusableFile("Le dossier « " + folder + " » n'a aucun mapping (*.yaml) : vérifiez son nom.");
            }
            return mappings;
        } catch (IOException e) {
            throw new UnusableFile("Le dossier « " + folder + " » ne peut pas être lu : vérifiez vos droits.", e);
        }
    }
}
