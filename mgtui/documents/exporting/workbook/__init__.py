"""A session as a workbook that goes on calculating: sums are formulas, and no text is ever one."""
