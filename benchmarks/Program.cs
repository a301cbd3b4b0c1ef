using Linli.Bench;

// Without a command: the measurement, which starts the two servers as processes of its own.
return args switch
{
    ["product"] => await ProductServer.Run(),
    ["bare"] => await BareServer.Run(),
    ["workbook"] => await WorkbookLoad.Run(),
    ["million", .. var how] => await Measurement.Run(seconds: how is ["--quick"] ? 1 : 3, rounds: how is ["--quick"] ? 3 : 9, onlyMillion: true),
    ["tally"] => TallyLoad.Run(),
    _ => await Measurement.Run(seconds: args is ["--quick"] ? 1 : 3, rounds: args is ["--quick"] ? 3 : 9),
};
