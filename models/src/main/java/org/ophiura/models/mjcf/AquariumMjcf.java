package org.ophiura.models.mjcf;

import org.ophiura.models.AquariumArena;
import org.ophiura.models.AquariumArena.Ground;
import org.ophiura.models.BrittleStarNames;
import org.ophiura.models.Position;

/** Writes the arena: ground, walls, light, camera and target, with the ground's material. */
final class AquariumMjcf {
  /** kg/m^3, of water (biorobot 0.4.2). */
  static final double WATER_DENSITY = 1000;

  /** Pa s, of water (biorobot 0.4.2). */
  static final double WATER_VISCOSITY = 0.0009;

  /** The reference marks where the robot was attached with this site. */
  private static final String ATTACHMENT_SITE = "AquariumArena_attachment_BrittleStarMorphology";

  private static final double QUARTER_TURN = Math.PI / 2;
  private static final double GROUND_GRID_SPACING_METRES = 0.25;
  private static final double TARGET_RADIUS_METRES = 0.2;
  private static final double TOP_CAMERA_HEIGHT_METRES = 20;
  private static final double FIELD_OF_VIEW_DEGREES = 45;

  private static final double[] SAND = {0.882353, 0.74902, 0.572549};
  private static final double[] WALL = {0.45098, 0.576471, 0.701961, 0.196078};
  private static final double[] INVISIBLE = {0, 0, 0, 0};
  private static final double[] RED = {1, 0, 0, 1};

  private final AquariumArena arena;

  AquariumMjcf(AquariumArena arena) {
    this.arena = arena;
  }

  void writeAssets(MjcfXml xml) {
    xml.open("asset");
    xml.leaf("texture")
        .attribute("name", "sky")
        .attribute("type", "skybox")
        .attribute("builtin", "flat")
        .attribute("rgb1", 1, 1, 1)
        .attribute("rgb2", 1, 1, 1)
        .attribute("width", 8)
        .attribute("height", 48);
    xml.leaf("texture").attribute("name", BrittleStarNames.GROUND).attribute("type", "2d");
    if (arena.ground() == Ground.SAND) {
      xml.attribute("builtin", "flat")
          .attribute("rgb1", SAND)
          .attribute("rgb2", SAND)
          .attribute("width", sandPixels(arena.halfSizeXMetres()))
          .attribute("height", sandPixels(arena.halfSizeYMetres()));
    } else {
      xml.attribute("builtin", "checker")
          .attribute("mark", "edge")
          .attribute("rgb1", 0.2, 0.3, 0.4)
          .attribute("rgb2", 0.1, 0.2, 0.3)
          .attribute("markrgb", 0.8, 0.8, 0.8)
          .attribute("width", 200)
          .attribute("height", 200);
    }
    xml.leaf("material")
        .attribute("name", BrittleStarNames.GROUND)
        .attribute("texture", BrittleStarNames.GROUND);
    if (arena.ground() == Ground.CHECKER) {
      xml.attribute("texrepeat", 2, 2).attribute("texuniform", "true");
    }
    xml.close();
  }

  void writeWorld(MjcfXml xml, Position targetPosition) {
    xml.leaf("light")
        .attribute("pos", -20, 0, 20)
        .attribute("dir", 1, 0, -1)
        .attribute("directional", "true")
        .attribute("castshadow", "false");
    xml.leaf("camera")
        .attribute("name", BrittleStarNames.TOP_CAMERA)
        .attribute("pos", 0, 0, TOP_CAMERA_HEIGHT_METRES)
        .attribute("fovy", FIELD_OF_VIEW_DEGREES);
    xml.leaf("site").attribute("name", ATTACHMENT_SITE);
    xml.leaf("geom")
        .attribute("name", BrittleStarNames.GROUND)
        .attribute("type", "plane")
        .attribute(
            "size", arena.halfSizeXMetres(), arena.halfSizeYMetres(), GROUND_GRID_SPACING_METRES)
        .attribute("material", BrittleStarNames.GROUND)
        .attribute("condim", 4)
        .attribute("contype", 0)
        .attribute("conaffinity", 1);
    for (Wall wall : Wall.values()) {
      writePane(xml, wall);
    }
    for (Wall wall : Wall.values()) {
      writeCollider(xml, wall);
    }
    if (arena.target()) {
      writeTarget(xml, targetPosition);
    }
  }

  private void writePane(MjcfXml xml, Wall wall) {
    xml.leaf("geom").attribute("name", wall.geomName()).attribute("type", "box");
    writePlace(xml, wall);
    xml.attribute("rgba", WALL).attribute("contype", 0).attribute("conaffinity", 0);
  }

  /** An endless plane inside of the pane: nothing that moves fast gets through it. */
  private void writeCollider(MjcfXml xml, Wall wall) {
    xml.leaf("geom").attribute("name", wall.geomName() + "_collider").attribute("type", "plane");
    writePlace(xml, wall);
    xml.attribute("euler", wall.inwardEuler())
        .attribute("rgba", INVISIBLE)
        .attribute("contype", 0)
        .attribute("conaffinity", 1);
  }

  private void writePlace(MjcfXml xml, Wall wall) {
    double thickness = arena.wallThicknessMetres();
    double height = arena.wallHeightMetres();
    double x = arena.halfSizeXMetres() + thickness;
    double y = arena.halfSizeYMetres() + thickness;
    if (wall.alongX()) {
      xml.attribute("size", arena.halfSizeXMetres(), thickness, height);
      xml.attribute("pos", 0, wall.side * y, height);
    } else {
      xml.attribute("size", thickness, arena.halfSizeYMetres() + 2 * thickness, height);
      xml.attribute("pos", wall.side * x, 0, height);
    }
  }

  private static void writeTarget(MjcfXml xml, Position position) {
    xml.open("body")
        .attribute("name", BrittleStarNames.TARGET_BODY)
        .attribute("mocap", "true")
        .attribute("pos", position.xMetres(), position.yMetres(), position.zMetres());
    xml.leaf("site")
        .attribute("name", BrittleStarNames.TARGET_SITE)
        .attribute("type", "sphere")
        .attribute("size", TARGET_RADIUS_METRES)
        .attribute("rgba", RED);
    xml.close();
  }

  private static double sandPixels(double halfSizeMetres) {
    return Math.max(1, Math.floor(AquariumArena.SAND_PIXELS_PER_METRE * halfSizeMetres));
  }

  /** The walls in the order of the model; the reference calls the side of -x east. */
  private enum Wall {
    NORTH(1),
    SOUTH(-1),
    EAST(-1),
    WEST(1);

    private final int side;

    Wall(int side) {
      this.side = side;
    }

    boolean alongX() {
      return this == NORTH || this == SOUTH;
    }

    String geomName() {
      return switch (this) {
        case NORTH -> "north_wall";
        case SOUTH -> "south_wall";
        case EAST -> "east_wall";
        case WEST -> "west_wall";
      };
    }

    double[] inwardEuler() {
      return alongX()
          ? new double[] {side * QUARTER_TURN, 0, 0}
          : new double[] {0, -side * QUARTER_TURN, 0};
    }
  }
}
