package fr.passerelle.cli.export.format;

import fr.passerelle.cli.dataset.DataColumn;
import fr.passerelle.cli.dataset.Dataset;
import fr.passerelle.cli.dataset.Extract;
import fr.passerelle.sources.table.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A CSV of a dataset as a resource of a Data Package: how it is read, its columns, its size and its hash. */
final class DataResource {

    private DataResource() {}

    static Map<String, Object> of(Dataset dataset, Extract extract, Path file) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("profile", "tabular-data-resource");
        resource.put("name", dataset.id());
        resource.put("title", dataset.says());
        resource.put("path", file.getFileName().toString());
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        resource.put("dialect", Map.of("delimiter", ";"));
        measure(file, resource);
        resource.put("schema", schema(extract.table().columns()));
        return resource;
    }

    private static void measure(Path file, Map<String, Object> resource) {
        try {
            resource.put("bytes", Files.size(file));
            resource.put("hash", "sha256:" + Sha256.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> schema(List<DataColumn> columns) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("fields", columns.stream().map(DataResource::field).toList());
        schema.put("missingValues", List.of(""));
        return schema;
    }

    private static Map<String, Object> field(DataColumn column) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", column.name());
        field.put("type", type(column.kind()));
        field.put("description", column.says());
        if (column.kind() == DataColumn.Kind.BOOLEAN) {
            field.put("trueValues", List.of("oui"));
            field.put("falseValues", List.of("non"));
        }
        return field;
    }

    private static String type(DataColumn.Kind kind) {
        return switch (kind) {
            case TEXT -> "string";
            case INTEGER -> "integer";
            case DECIMAL -> "number";
            case DATE -> "date";
            case BOOLEAN -> "boolean";
        };
    }
}
