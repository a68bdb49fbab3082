package fr.passerelle.batch.input;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks of a night.
 *
 * @param rooms inventory; null to leave the one that is known as it is
 * @param attendance registers, in the order in which later ones correct earlier ones
 * @param intercommunalites what intercommunalités told; null to leave what is known of it
 * @param sites other places that could be a seat; null to leave those that are known
 * @param territoires access to services by commune; null to leave what is known of it
 * @param besoins what was asked for in the diagnostics; null to leave what is known of it
 * @param mappings how files are read: files and folders of mappings; a file that none names has the columns of its table
 * @param asOf YYYY-MM; null for the latest month
 * @param bareme identifier of a shipped one, or path of a file; null for the one in force
 * @param force runs although nothing changed
 * @param replaces hashes, or their beginnings, of the registers that these take the place of
 */
public record NightlyRequest(
        @Nullable Path rooms,
        List<Path> attendance,
        @Nullable Path intercommunalites,
        @Nullable Path sites,
        @Nullable Path territoires,
        @Nullable Path besoins,
        List<Path> mappings,
        @Nullable String asOf,
        @Nullable String bareme,
        boolean force,
        List<String> replaces) {}
