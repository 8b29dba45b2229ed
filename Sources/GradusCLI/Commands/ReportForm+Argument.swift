public import ArgumentParser
public import Teaching

extension ReportForm: ExpressibleByArgument {}
