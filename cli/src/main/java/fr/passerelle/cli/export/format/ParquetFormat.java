package fr.passerelle.cli.export.format;

import fr.passerelle.cli.dataset.DataColumn;
import fr.passerelle.cli.dataset.DataRow;
import fr.passerelle.cli.dataset.Extract;
import fr.passerelle.cli.export.OutputFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Conversions;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.jspecify.annotations.Nullable;

/** Parquet, each column with its type and each of them optional. Where the rows come from is in the file's own metadata. */
final class ParquetFormat implements TableFormat {

    private static final String PREFIX = "passerelle.";

    /** Digits of the largest decimal that any column holds. */
    private static final int PRECISION = 24;

    @Override
    public List<Path> write(Extract extract, Path file, boolean force) {
        OutputFile.write(file, force, out -> write(extract, out));
        return List.of(file);
    }

    private static void write(Extract extract, OutputStream out) throws IOException {
        Schema schema = schema(extract);
        try (ParquetWriter<GenericRecord> writer = AvroParquetWriter.<GenericRecord>builder(new ParquetOutput(out))
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new NoCompression())
                .withSchema(schema)
                .withDataModel(model())
                .withExtraMetaData(extract.provenance().entries(PREFIX))
                .build()) {
            extract.table()
                    .rows()
                    .forEach(row -> write(record(schema, extract.table().columns(), row), writer));
        }
    }

    private static GenericData model() {
        GenericData model = new GenericData();
        model.addLogicalTypeConversion(new Conversions.DecimalConversion());
        model.addLogicalTypeConversion(new TimeConversions.DateConversion());
        return model;
    }

    private static void write(GenericRecord record, ParquetWriter<GenericRecord> writer) {
        try {
            writer.write(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GenericRecord record(Schema schema, List<DataColumn> columns, DataRow row) {
        GenericRecord record = new GenericData.Record(schema);
        for (int i = 0; i < columns.size(); i++) {
            record.put(i, value(columns.get(i), row.cells().get(i)));
        }
        return record;
    }

    private static @Nullable Object value(DataColumn column, @Nullable Object cell) {
        return cell instanceof BigDecimal number ? number.setScale(column.scale()) : cell;
    }

    private static Schema schema(Extract extract) {
        SchemaBuilder.FieldAssembler<Schema> fields = SchemaBuilder.record(
                        extract.provenance().dataset().replace('-', '_'))
                .namespace("fr.passerelle.export")
                .fields();
        extract.table()
                .columns()
                .forEach(column -> fields.name(column.name())
                        .doc(column.says())
                        .type()
                        .unionOf()
                        .nullType()
                        .and()
                        .type(type(column))
                        .endUnion()
                        .nullDefault());
        return fields.endRecord();
    }

    private static Schema type(DataColumn column) {
        return switch (column.kind()) {
            case TEXT -> Schema.create(Schema.Type.STRING);
            case INTEGER -> Schema.create(Schema.Type.LONG);
            case BOOLEAN -> Schema.create(Schema.Type.BOOLEAN);
            case DATE -> LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT));
            case DECIMAL ->
                LogicalTypes.decimal(PRECISION, column.scale()).addToSchema(Schema.create(Schema.Type.BYTES));
        };
    }
}
