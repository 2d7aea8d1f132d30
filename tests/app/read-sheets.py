# What stands in files of Excel and CSV, as JSON: read by what Python brings along, which shares no line with what wrote them.
import csv
import io
import json
import sys
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def sheets_in(path):
    """Every sheet by its name, found as a spreadsheet finds it: from the workbook through its relations."""
    with zipfile.ZipFile(path) as file:
        if file.testzip() is not None:
            raise ValueError("A part of the file is damaged")
        relations = ElementTree.fromstring(file.read("xl/_rels/workbook.xml.rels"))
        targets = {one.get("Id"): one.get("Target") for one in relations.iter(RELATION)}
        workbook = ElementTree.fromstring(file.read("xl/workbook.xml"))
        return {
            sheet.get("name"): rows_in(ElementTree.fromstring(file.read("xl/" + targets[sheet.get(LINK)])))
            for sheet in workbook.iter(MAIN + "sheet")
        }


def rows_in(sheet):
    return [["".join(cell.itertext()) for cell in row.iter(MAIN + "c")] for row in sheet.iter(MAIN + "row")]


def csv_in(text):
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def tables_in(path):
    """One table of CSV, or every table of a zip by its name."""
    if not path.endswith(".zip"):
        with open(path, encoding="utf-8", newline="") as file:
            return {"": csv_in(file.read())}
    with zipfile.ZipFile(path) as file:
        names = [name for name in file.namelist() if name.endswith(".csv")]
        return {name: csv_in(file.read(name).decode("utf-8")) for name in names}


print(json.dumps([sheets_in(path) if path.endswith(".xlsx") else tables_in(path) for path in sys.argv[1:]]))
