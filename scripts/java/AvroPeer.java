import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileConstants;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.file.SeekableByteArrayInput;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.idl.IdlFile;
import org.apache.avro.idl.IdlReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.JsonEncoder;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;

/**
 * What Apache Avro for Java does with schemas and data, for another process to compare itself with.
 * Reads one JSON object a line, {"id", "op", ...}, and answers each with one, {"id", ...} or {"id",
 * "error": "class: message"}, in the order asked. Data is in Avro's binary encoding, as hex, or in
 * its JSON encoding, as a string. No data ends the process or keeps it for longer than TIMEOUT.
 */
public final class AvroPeer {
  private static final long TIMEOUT = 5_000;
  private static final int STACK_BYTES = 4 << 20;
  private static final HexFormat HEX = HexFormat.of();
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              // A line separator of Unicode would end a line for some readers.
              .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxStringLength(256 << 20).build())
              .build());
  private static GenericData data;

  public static void main(String[] args) throws Exception {
    System.setProperty("org.apache.avro.limits.bytes.maxLength", "67108864");
    System.setProperty("org.apache.avro.limits.string.maxLength", "67108864");
    System.setProperty("org.apache.avro.limits.collectionItems.maxLength", "5000000");
    data = new GenericData();
    // The fast reader makes its own maps, which do not keep the order.
    data.setFastReaderEnabled(false);
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      answers.println(answer(line));
    }
  }

  private static String answer(String line) {
    try {
      JsonNode request = MAPPER.readTree(line);
      Task task = new Task(request);
      Thread thread = new Thread(null, task, "request", STACK_BYTES);
      thread.setDaemon(true);
      thread.start();
      thread.join(TIMEOUT);
      String answer = task.answer;
      if (answer != null) return answer;
      stop(thread);
      return failure(request, "timeout");
    } catch (Throwable error) {
      return failure(MAPPER.createObjectNode(), describe(error));
    }
  }

  /** Ends a thread where this version of Java still can; elsewhere it ends with the process. */
  private static void stop(Thread thread) {
    try {
      Thread.class.getMethod("stop").invoke(thread);
    } catch (ReflectiveOperationException | RuntimeException gone) {
      thread.setPriority(Thread.MIN_PRIORITY);
    }
  }

  private static final class Task implements Runnable {
    private final JsonNode request;
    private volatile String answer;

    Task(JsonNode request) {
      this.request = request;
    }

    @Override
    public void run() {
      try {
        ObjectNode result = operate(request);
        result.set("id", request.get("id"));
        answer = MAPPER.writeValueAsString(result);
      } catch (Throwable error) {
        answer = failure(request, describe(error));
      }
    }
  }

  private static String failure(JsonNode request, String message) {
    ObjectNode result = MAPPER.createObjectNode().put("error", message);
    result.set("id", request.get("id"));
    try {
      return MAPPER.writeValueAsString(result);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String describe(Throwable error) {
    return error.getClass().getName() + ": " + error.getMessage();
  }

  private static ObjectNode operate(JsonNode request) throws Exception {
    switch (text(request, "op")) {
      case "parse":
        return parse(request);
      case "compatibility":
        return compatibility(request);
      case "decode":
        return decode(request);
      case "encode":
        return encode(request);
      case "random":
        return random(request);
      case "container-write":
        return writeContainer(request);
      case "container-read":
        return readContainer(request);
      case "single-object-encode":
        return encodeSingleObject(request);
      case "single-object-decode":
        return decodeSingleObject(request);
      case "parse-idl":
        return parseIdl(request);
      default:
        throw new IllegalArgumentException("unknown op");
    }
  }

  private static ObjectNode parse(JsonNode request) {
    Schema schema = schema(request, "schema");
    return MAPPER
        .createObjectNode()
        .put("schema", schema.toString())
        .put("canonical", SchemaNormalization.toParsingForm(schema))
        .put("fingerprint", HEX.toHexDigits(SchemaNormalization.parsingFingerprint64(schema)));
  }

  private static ObjectNode compatibility(JsonNode request) {
    SchemaCompatibility.SchemaCompatibilityResult result =
        SchemaCompatibility.checkReaderWriterCompatibility(
                schema(request, "reader"), schema(request, "schema"))
            .getResult();
    ArrayNode incompatibilities = MAPPER.createArrayNode();
    for (SchemaCompatibility.Incompatibility each : result.getIncompatibilities()) {
      incompatibilities
          .addObject()
          .put("type", each.getType().name())
          .put("location", each.getLocation())
          .put("message", each.getMessage());
    }
    return MAPPER.createObjectNode().set("incompatibilities", incompatibilities);
  }

  private static ObjectNode decode(JsonNode request) throws IOException {
    Schema writer = schema(request, "schema");
    Schema reader = request.has("reader") ? schema(request, "reader") : writer;
    byte[] bytes = bytes(request, "hex");
    BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, null);
    Object datum = new OrderedReader(writer, reader).read(null, decoder);
    return MAPPER
        .createObjectNode()
        .put("json", toJson(reader, datum))
        .put("hex", HEX.formatHex(toBinary(reader, datum)))
        .put("consumed", bytes.length - decoder.inputStream().available());
  }

  private static ObjectNode encode(JsonNode request) throws IOException {
    Schema schema = schema(request, "schema");
    byte[] bytes = toBinary(schema, fromJson(schema, text(request, "json")));
    return MAPPER.createObjectNode().put("hex", HEX.formatHex(bytes));
  }

  private static ObjectNode random(JsonNode request) throws IOException {
    Schema schema = schema(request, "schema");
    RandomDatum random = new RandomDatum(new Random(request.get("seed").asLong()));
    ObjectNode result = MAPPER.createObjectNode();
    ArrayNode examples = result.putArray("data");
    for (int left = request.get("count").asInt(); left > 0; left--) {
      Object datum = random.next(schema, 0);
      examples
          .addObject()
          .put("hex", HEX.formatHex(toBinary(schema, datum)))
          .put("json", toJson(schema, datum));
    }
    return result;
  }

  private static ObjectNode writeContainer(JsonNode request) throws IOException {
    Schema schema = schema(request, "schema");
    int perBlock = request.path("perBlock").asInt(Integer.MAX_VALUE);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DataFileWriter<Object> file =
        new DataFileWriter<>(new GenericDatumWriter<>(schema, data))) {
      file.setCodec(CodecFactory.fromString(text(request, "codec")));
      file.create(schema, out);
      int count = 0;
      for (JsonNode json : request.get("jsons")) {
        file.append(fromJson(schema, json.asText()));
        if (++count % perBlock == 0) file.sync();
      }
    }
    return MAPPER.createObjectNode().put("hex", HEX.formatHex(out.toByteArray()));
  }

  private static ObjectNode readContainer(JsonNode request) throws IOException {
    OrderedReader reader =
        new OrderedReader(null, request.has("reader") ? schema(request, "reader") : null);
    SeekableByteArrayInput input = new SeekableByteArrayInput(bytes(request, "hex"));
    ObjectNode result = MAPPER.createObjectNode();
    ArrayNode jsons = result.putArray("jsons");
    try (DataFileReader<Object> file = new DataFileReader<>(input, reader)) {
      result.put("schema", file.getSchema().toString());
      result.put("codec", file.getMetaString(DataFileConstants.CODEC));
      while (file.hasNext()) jsons.add(toJson(reader.getExpected(), file.next()));
    }
    return result;
  }

  private static ObjectNode encodeSingleObject(JsonNode request) throws IOException {
    Schema schema = schema(request, "schema");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new BinaryMessageEncoder<Object>(data, schema)
        .encode(fromJson(schema, text(request, "json")), out);
    return MAPPER.createObjectNode().put("hex", HEX.formatHex(out.toByteArray()));
  }

  private static ObjectNode decodeSingleObject(JsonNode request) throws IOException {
    Schema writer = schema(request, "schema");
    Schema reader = request.has("reader") ? schema(request, "reader") : writer;
    BinaryMessageDecoder<Object> decoder = new BinaryMessageDecoder<>(data, reader);
    decoder.addSchema(writer);
    Object datum = decoder.decode(bytes(request, "hex"));
    return MAPPER.createObjectNode().put("json", toJson(reader, datum));
  }

  private static ObjectNode parseIdl(JsonNode request) throws IOException {
    IdlFile file = new IdlReader().parse(Path.of(text(request, "file")));
    ObjectNode result = MAPPER.createObjectNode();
    if (file.getProtocol() != null) result.put("protocol", file.getProtocol().toString());
    if (file.getMainSchema() != null) result.put("schema", file.getMainSchema().toString());
    ArrayNode schemas = result.putArray("namedSchemas");
    file.getNamedSchemas().values().forEach((schema) -> schemas.add(schema.toString()));
    return result;
  }

  /** A schema of the request, which may name types of its references. */
  private static Schema schema(JsonNode request, String field) {
    Schema.Parser parser = new Schema.Parser();
    for (JsonNode reference : request.path("references")) parser.parse(reference.asText());
    return parser.parse(text(request, field));
  }

  private static byte[] bytes(JsonNode request, String field) {
    return HEX.parseHex(text(request, field));
  }

  private static String text(JsonNode request, String field) {
    JsonNode value = request.path(field);
    if (!value.isTextual()) throw new IllegalArgumentException(field + ": a string is needed");
    return value.asText();
  }

  private static byte[] toBinary(Schema schema, Object datum) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<>(schema, data).write(datum, encoder);
    encoder.flush();
    return out.toByteArray();
  }

  private static String toJson(Schema schema, Object datum) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonEncoder encoder = EncoderFactory.get().jsonEncoder(schema, out);
    new GenericDatumWriter<>(schema, data).write(datum, encoder);
    encoder.flush();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Object fromJson(Schema schema, String json) throws IOException {
    Decoder decoder = DecoderFactory.get().jsonDecoder(schema, json);
    return new OrderedReader(schema, schema).read(null, decoder);
  }

  /** Keeps the order of maps, so that what was read is written in the same order. */
  private static final class OrderedReader extends GenericDatumReader<Object> {
    OrderedReader(Schema writer, Schema reader) {
      super(writer, reader, data);
    }

    @Override
    protected Object newMap(Object old, int size) {
      return new LinkedHashMap<Object, Object>();
    }
  }
}
