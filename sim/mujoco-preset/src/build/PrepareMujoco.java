import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Puts MuJoCo's headers and shared library where the binding's build expects them, and says from what the binding is
 * made, so that the build can be skipped while nothing of it has changed; otherwise clears the old binding away. Run by the build as a single source file:
 *
 * <pre>java PrepareMujoco.java MUJOCO_VERSION JAVACPP_VERSION MODULE_DIRECTORY BUILD_DIRECTORY</pre>
 *
 * <p>MuJoCo comes from the directory in the environment variable {@code MUJOCO_HOME} where it is set (nothing is
 * downloaded then), otherwise from the official Python wheel of {@code wheels.csv}, which pip downloads once per user
 * and whose SHA-256 is checked. Leaves in the build directory: {@code mujoco/include}, {@code mujoco/lib}, the licences
 * in {@code mujoco}, {@code binding.inputs}, and {@code classes/org/ophiura/mujoco/preset/binding.properties}. Any failure is one message
 * with its remedy, and exit code 1.
 */
final class PrepareMujoco {
  private static final String DEBIAN_PIP = "Debian, Ubuntu: sudo apt install python3-pip";
  private static final String OR_HOME =
      "or set MUJOCO_HOME to an unpacked MuJoCo release (with include/ and lib/) to build without a download";
  private static final Pattern HEADER_VERSION = Pattern.compile("#define\\s+mjVERSION_HEADER\\s+(\\d+)");

  private static final Pattern LICENCE = Pattern.compile("^(LICENSE|THIRD_PARTY)");

  private final String mujocoVersion;
  private final String javacppVersion;
  private final Path module;
  private final Path build;

  private PrepareMujoco(String[] arguments) {
    mujocoVersion = arguments[0];
    javacppVersion = arguments[1];
    module = Path.of(arguments[2]);
    build = Path.of(arguments[3]);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    try {
      new PrepareMujoco(arguments).run();
    } catch (Problem problem) {
      System.err.println("[ERROR] " + problem.getMessage());
      System.exit(1);
    }
  }

  private void run() throws IOException, InterruptedException {
    String platform = platform();
    String home = System.getenv("MUJOCO_HOME");
    Path stamp = build.resolve("mujoco/origin");
    String origin;
    if (home != null && !home.isBlank()) {
      Installation installation = Installation.find(Path.of(home.strip()), mujocoVersion, "MUJOCO_HOME");
      origin = "MUJOCO_HOME " + sha256(installation.library);
      if (!isStamped(stamp, origin)) {
        install(installation, stamp, origin);
      }
    } else {
      Wheel wheel = Wheel.find(module.resolve("wheels.csv"), mujocoVersion, platform);
      origin = "wheel " + wheel.sha256;
      if (!isStamped(stamp, origin)) {
        Path unpacked = Files.createTempDirectory(Files.createDirectories(build), "wheel");
        try {
          unzip(fetch(wheel), unpacked);
          install(Installation.find(unpacked, mujocoVersion, "the wheel"), stamp, origin);
        } finally {
          delete(unpacked);
        }
      }
    }
    describeBinding(platform, origin);
  }

  private static boolean isStamped(Path stamp, String origin) throws IOException {
    return Files.exists(stamp) && Files.readString(stamp).equals(origin);
  }

  /** JavaCPP's name of this machine. */
  private static String platform() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String cpu = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String system = os.startsWith("mac") ? "macosx" : os.startsWith("linux") ? "linux" : os;
    String machine =
        cpu.equals("amd64") || cpu.equals("x86_64")
            ? "x86_64"
            : cpu.equals("aarch64") || cpu.equals("arm64") ? "arm64" : cpu;
    return system + "-" + machine;
  }

  // ---- the wheel ----

  private record Wheel(
      String version, String platform, String pipPackage, List<String> tags, String sha256) {
    static Wheel find(Path table, String version, String platform) throws IOException {
      List<Wheel> wheels = new ArrayList<>();
      for (String line : Files.readAllLines(table)) {
        if (!line.startsWith("#") && !line.isBlank()) {
          String[] cells = line.split(",");
          wheels.add(new Wheel(cells[0], cells[1], cells[2], List.of(cells[3].split(";")), cells[4]));
        }
      }
      return wheels.stream()
          .filter(wheel -> wheel.version.equals(version) && wheel.platform.equals(platform))
          .findFirst()
          .orElseThrow(
              () ->
                  new Problem(
                      "mujoco.version must be one with a wheel for %s in %s, got %s; known: %s. Choose one with"
                          + " -Dmujoco.version=..., %s.",
                      platform,
                      table.getFileName(),
                      version,
                      wheels.stream().map(w -> w.version + " " + w.platform).collect(Collectors.joining(", ")),
                      OR_HOME));
    }
  }

  /** Returns the wheel's file, which has the right hash, from the user's cache or else by pip. */
  private Path fetch(Wheel wheel) throws IOException, InterruptedException {
    Path cached = cache().resolve(wheel.version + "-" + wheel.platform).resolve(wheel.sha256 + ".whl");
    if (Files.exists(cached)) {
      if (sha256(cached).equals(wheel.sha256)) {
        return cached;
      }
      Files.delete(cached);
    }
    Path download = Files.createTempDirectory(Files.createDirectories(build), "download");
    try {
      pipDownload(wheel, download);
      Path file;
      try (Stream<Path> files = Files.list(download)) {
        file =
            files
                .filter(path -> path.toString().endsWith(".whl"))
                .findFirst()
                .orElseThrow(() -> new Problem("pip left no wheel of %s; %s.", wheel.pipPackage, OR_HOME));
      }
      String actual = sha256(file);
      if (!actual.equals(wheel.sha256)) {
        throw new Problem(
            "The SHA-256 of %s must be %s (wheels.csv), got %s. Do not use this file: download again from"
                + " another network or index, %s.",
            file.getFileName(), wheel.sha256, actual, OR_HOME);
      }
      try {
        Files.createDirectories(cached.getParent());
        Path partial = Files.createTempFile(cached.getParent(), "wheel", ".part");
        Files.copy(file, partial, StandardCopyOption.REPLACE_EXISTING);
        Files.move(partial, cached, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return cached;
      } catch (IOException unwritableCache) {
        System.err.println("[WARNING] The wheel cannot be kept in " + cached.getParent() + ": " + unwritableCache);
        Path kept = build.resolve("mujoco-" + wheel.version + ".whl");
        return Files.move(file, kept, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      delete(download);
    }
  }

  private static Path cache() {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path root =
        cache != null && !cache.isBlank() ? Path.of(cache) : Path.of(System.getProperty("user.home"), ".cache");
    return root.resolve("ophiura").resolve("mujoco");
  }

  private static void pipDownload(Wheel wheel, Path into) throws IOException, InterruptedException {
    List<List<String>> clients = List.of(List.of("python3", "-m", "pip"), List.of("pip3"), List.of("pip"));
    List<String> pip = null;
    for (List<String> client : clients) {
      if (call(with(client, "--version")).isPresent()) {
        pip = client;
        break;
      }
    }
    if (pip == null) {
      throw new Problem("pip is missing; it downloads the MuJoCo library. %s; %s.", DEBIAN_PIP, OR_HOME);
    }
    System.out.println("[INFO] Downloading MuJoCo " + wheel.version + " for " + wheel.platform + " by pip");
    List<String> command = with(pip, "download", "--quiet", "--no-deps", "--only-binary", ":all:");
    command.addAll(List.of("--python-version", "3.11", "--disable-pip-version-check", "--no-input"));
    for (String tag : wheel.tags) {
      command.addAll(List.of("--platform", tag));
    }
    command.addAll(List.of("--dest", into.toString(), wheel.pipPackage + "==" + wheel.version));
    Result result = execute(command);
    if (result.exitCode != 0) {
      throw new Problem(
          "pip cannot download %s==%s: %s%nCheck the network (and pip's index, see 'pip config list'), %s.",
          wheel.pipPackage, wheel.version, result.lastLine(), OR_HOME);
    }
  }

  private static List<String> with(List<String> command, String... arguments) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(arguments));
    return all;
  }

  private record Result(int exitCode, String output) {
    /** Of what pip prints when it fails, the cause is the last line that is not a hint. */
    String lastLine() {
      List<String> lines = output.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
      return lines.isEmpty() ? "exit code " + exitCode : lines.get(lines.size() - 1);
    }
  }

  private static Result execute(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output;
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      output = reader.lines().collect(Collectors.joining("\n"));
    }
    return new Result(process.waitFor(), output);
  }

  /** Returns the output, or nothing where the program is missing or fails. */
  private static Optional<String> call(List<String> command) throws InterruptedException {
    try {
      Result result = execute(command);
      return result.exitCode == 0 ? Optional.of(result.output) : Optional.empty();
    } catch (IOException missing) {
      return Optional.empty();
    }
  }

  private static void unzip(Path wheel, Path into) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(wheel))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        // The licences to where a release has them.
        String name = entry.getName().replaceFirst("^[^/]*\\.dist-info/licenses/(?=LICENSE)", "mujoco/");
        boolean wanted = name.startsWith("mujoco/include/") || name.matches("mujoco/(libmujoco\\.|LICENSE)[^/]*");
        Path file = into.resolve(name).normalize();
        if (!wanted || entry.isDirectory() || !file.startsWith(into)) {
          continue;
        }
        Files.createDirectories(file.getParent());
        Files.copy(zip, file);
      }
    }
  }

  // ---- an unpacked MuJoCo ----

  private record Installation(Path include, Path library) {
    /**
     * Finds headers and library of one version below a directory: a release ({@code include/mujoco}, {@code lib}), or
     * an unpacked wheel ({@code mujoco/include/mujoco}, {@code mujoco/libmujoco...}).
     */
    static Installation find(Path home, String version, String what) throws IOException {
      if (!Files.isDirectory(home)) {
        throw new Problem("%s must be a directory with include/ and lib/, got %s. Unset or correct it.", what, home);
      }
      for (Path root : List.of(home, home.resolve("mujoco"))) {
        Path header = root.resolve("include/mujoco/mujoco.h");
        if (!Files.exists(header)) {
          continue;
        }
        checkVersion(header, version, what + " (" + home + ")");
        for (Path directory : List.of(root.resolve("lib"), root, root.resolve("bin"))) {
          for (String name : List.of("libmujoco.so." + version, "libmujoco." + version + ".dylib")) {
            if (Files.exists(directory.resolve(name))) {
              return new Installation(root.resolve("include"), directory.resolve(name));
            }
          }
        }
        throw new Problem(
            "%s (%s) must hold lib/libmujoco.so.%s (macOS: lib/libmujoco.%s.dylib), and does not. Correct it, or unset"
                + " MUJOCO_HOME to use the official wheel.",
            what, home, version, version);
      }
      throw new Problem(
          "%s (%s) must hold include/mujoco/mujoco.h, and does not. Correct it, or unset MUJOCO_HOME to use the official"
              + " wheel.",
          what, home);
    }

    private static void checkVersion(Path header, String version, String what) throws IOException {
      Matcher matcher = HEADER_VERSION.matcher(Files.readString(header));
      String found = matcher.find() ? matcher.group(1) : "none";
      String[] parts = version.split("\\.");
      int major = Integer.parseInt(parts[0]);
      int minor = Integer.parseInt(parts[1]);
      int patch = Integer.parseInt(parts[2]);
      String oldStyle = String.valueOf(100 * major + 10 * minor + patch);
      String newStyle = String.valueOf(1_000_000 * major + 1_000 * minor + patch);
      if (!found.equals(oldStyle) && !found.equals(newStyle)) {
        throw new Problem(
            "%s must be MuJoCo %s (mjVERSION_HEADER %s), got mjVERSION_HEADER %s. Build with the matching"
                + " -Dmujoco.version=..., or unset MUJOCO_HOME to use the official wheel.",
            what, version, major < 4 ? oldStyle : newStyle, found);
      }
    }
  }

  private void install(Installation installation, Path stamp, String origin) throws IOException {
    Path target = build.resolve("mujoco");
    delete(target);
    Path lib = Files.createDirectories(target.resolve("lib"));
    try (Stream<Path> headers = Files.list(installation.include.resolve("mujoco"))) {
      Path include = Files.createDirectories(target.resolve("include/mujoco"));
      for (Path header : headers.filter(path -> path.toString().endsWith(".h")).toList()) {
        Files.copy(header, include.resolve(header.getFileName()));
      }
    }
    try (Stream<Path> files = Files.list(installation.include.getParent())) {
      for (Path file : files.filter(path -> LICENCE.matcher(path.getFileName().toString()).find()).toList()) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
    }
    String name = installation.library.getFileName().toString();
    Files.copy(installation.library, lib.resolve(name));
    // The linker looks for the name without a version.
    Files.copy(installation.library, lib.resolve(name.replace("." + mujocoVersion, "")));
    Files.writeString(stamp, origin);
  }

  // ---- what the binding is made of ----

  private void describeBinding(String platform, String origin) throws IOException, InterruptedException {
    List<String> inputs = new ArrayList<>();
    inputs.add("mujoco " + mujocoVersion + " " + platform + " from " + origin);
    inputs.add("javacpp " + javacppVersion);
    List<Path> sources = new ArrayList<>(List.of(module.resolve("pom.xml")));
    for (String directory : List.of("src/main/java", "src/main/native", "src/build")) {
      try (Stream<Path> files = Files.walk(module.resolve(directory))) {
        files.filter(Files::isRegularFile).sorted().forEach(sources::add);
      }
    }
    for (Path source : sources) {
      inputs.add(module.relativize(source).toString().replace(File.separatorChar, '/') + " " + sha256(source));
    }
    String text = String.join("\n", inputs) + "\n";
    Path built = build.resolve("binding.built");
    if (!Files.exists(built) || !Files.readString(built).equals(text)) {
      checkCompiler(platform);
      // Nothing of an older binding may survive beside the new one.
      Files.deleteIfExists(built);
      delete(build.resolve("generated-sources/javacpp"));
      delete(build.resolve("classes"));
    }
    Files.writeString(build.resolve("binding.inputs"), text);
    String library = "jnimujoco_" + mujocoVersion.replace('.', '_') + "_" + sha256(text).substring(0, 8);
    Path properties =
        Files.createDirectories(build.resolve("classes/org/ophiura/mujoco/preset")).resolve("binding.properties");
    String content = "mujoco.version=" + mujocoVersion + "\njni.library=" + library + "\n";
    if (!Files.exists(properties) || !Files.readString(properties).equals(content)) {
      Files.writeString(properties, content);
    }
  }

  private static void checkCompiler(String platform) throws InterruptedException {
    String compiler = platform.startsWith("macosx") ? "clang++" : "g++";
    if (call(List.of(compiler, "--version")).isEmpty()) {
      throw new Problem(
          "%s is missing; it compiles the binding of MuJoCo. Debian, Ubuntu: sudo apt install g++; macOS:"
              + " xcode-select --install.",
          compiler);
    }
  }

  // ---- files ----

  private static String sha256(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] block = new byte[1 << 16];
      for (int n = stream.read(block); n >= 0; n = stream.read(block)) {
        digest.update(block, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String sha256(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      List<Path> paths;
      try (Stream<Path> walk = Files.walk(directory)) {
        paths = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path path : paths) {
        Files.delete(path);
      }
    }
  }

  /** Something that the user can put right. */
  private static final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    Problem(String format, Object... arguments) {
      super(String.format(Locale.ROOT, format, arguments));
    }
  }
}
