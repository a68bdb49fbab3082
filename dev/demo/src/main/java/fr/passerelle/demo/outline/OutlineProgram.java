package fr.passerelle.demo.outline;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes the outlines that maps are drawn with. */
public final class OutlineProgram {

    private static final String WRITTEN =
            "console/src/main/resources/fr/passerelle/console/map/contours-picardie.topojson.gz";

    private OutlineProgram() {}

    /** Writes them again, from the GeoJSON files of communes given; run it from the root of the repository. */
    public static void main(String[] files) throws IOException {
        Path root = Path.of(".");
        List<Path> sources = Arrays.stream(files).map(Path::of).toList();
        String text = of(Perimeter.read(root), sources);
        try (Writer writer = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(root.resolve(WRITTEN))), StandardCharsets.UTF_8)) {
            writer.write(text);
        }
    }

    /**
     * As TopoJSON.
     *
     * @throws IllegalArgumentException when a commune of the perimeter has no outline in these files, or outlines overlap
     */
    static String of(Perimeter perimeter, List<Path> files) throws IOException {
        return LandCoverage.of(perimeter, GeoJsonOutlines.read(files))
                .topology()
                .text();
    }
}
